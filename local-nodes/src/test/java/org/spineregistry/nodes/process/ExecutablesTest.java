package org.spineregistry.nodes.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutablesTest {
  @TempDir Path folder;

  @Test
  void looksANameUpOnThePath() {
    assertThat(Executables.find("sh")).get().asString().endsWith("/sh");
    assertThat(Executables.find("no-such-program")).isEmpty();
  }

  @Test
  void takesANameWithASlashAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("tool"), "#!/bin/sh\n");
    assertThat(Executables.find(file.toString())).as("not executable").isEmpty();

    assertThat(file.toFile().setExecutable(true)).isTrue();

    assertThat(Executables.find(file.toString())).contains(file);
    assertThat(Executables.find(folder.toString())).as("a folder").isEmpty();
  }
}
