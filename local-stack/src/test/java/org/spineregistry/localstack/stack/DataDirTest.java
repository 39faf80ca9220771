package org.spineregistry.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.cli.UserProblem;

class DataDirTest {
  @TempDir private Path folder;

  @Test
  void twoStacksCannotUseOneFolder() {
    DataDir data = new DataDir(folder.resolve("data"));
    data.prepare();
    try (DataDir.Lock lock = data.lock()) {
      assertThat(lock.channel().isOpen()).isTrue();
      assertThatThrownBy(data::lock)
          .isInstanceOf(UserProblem.class)
          .hasMessageContaining("another stack runs on the data directory " + data.root());
    }
    data.lock().close();
  }

  @Test
  void aFileInTheWayIsASentence() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> new DataDir(file).prepare())
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void aFullDiskIsASentence() {
    // a disk that nothing can be written to stands for a full one
    assertThatThrownBy(() -> new DataDir(Path.of("/proc/self/spine")).prepare())
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("cannot be written");
    assertThatThrownBy(() -> new DataDir(folder).requireSpace(1L << 60))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("MB left; 1,099,511,627,776 MB are needed");
  }

  @Test
  void pathsAreAbsolute() {
    Path trust = new DataDir(Path.of("data")).trust();
    assertThat(trust.isAbsolute()).isTrue();
    assertThat(trust.toString()).endsWith("/data/trust.json");
  }
}
