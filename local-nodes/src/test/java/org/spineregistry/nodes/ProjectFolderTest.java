package org.spineregistry.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFolderTest {
  @TempDir Path folder;

  @Test
  void climbsPastAModuleToTheFolderWithTheLicence() throws IOException {
    Files.createFile(folder.resolve("LICENSE"));
    Files.createFile(folder.resolve("pom.xml"));
    Path module = Files.createDirectories(folder.resolve("module/target"));
    Files.createFile(folder.resolve("module/pom.xml"));

    assertThat(ProjectFolder.root(module)).contains(folder);
    assertThat(ProjectFolder.root(folder)).contains(folder);
    assertThat(ProjectFolder.root(Path.of("/"))).isEmpty();
  }

  @Test
  void findsThisProjectFromTheFolderOfThisModule() {
    Path archive = ProjectFolder.locate("spine.test.unset", "local-nodes/target/apicurio");

    assertThat(archive).isAbsolute().isDirectory();
  }

  @Test
  void prefersTheFolderOfTheSystemProperty() {
    System.setProperty("spine.test.folder", folder.toString());
    try {
      assertThat(ProjectFolder.locate("spine.test.folder", "somewhere")).isEqualTo(folder);
    } finally {
      System.clearProperty("spine.test.folder");
    }
  }
}
