package org.spineregistry.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
  @TempDir Path root;

  @Test
  void deletesAFolderButNotWhatItsLinksPointTo() throws IOException {
    Path data = Files.createDirectories(root.resolve("data/kafka/topic-0")).getParent();
    Files.writeString(data.resolve("topic-0/0.log"), "records");
    Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("kept"), "kept");
    Files.createSymbolicLink(data.resolve("link"), elsewhere);

    Folders.delete(root.resolve("data"));
    Folders.delete(root.resolve("data"));

    assertThat(root.resolve("data")).doesNotExist();
    assertThat(elsewhere.resolve("kept")).hasContent("kept");
  }
}
