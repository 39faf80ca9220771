package org.spineregistry.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.nodes.process.ProcessFailure;

/** With a server whose only package lies in a folder beside it, so that nothing is fetched. */
class NodeInstallationIT {
  private static final String PACKAGE =
      """
      {"name":"server","version":"1.0.0","dependencies":{"helper":"file:helper"}}
      """;
  private static final String LOCK =
      """
      {"name":"server","version":"1.0.0","lockfileVersion":3,"requires":true,"packages":{
        "":{"name":"server","version":"1.0.0","dependencies":{"helper":"file:helper"}},
        "helper":{"version":"1.0.0"},
        "node_modules/helper":{"resolved":"helper","link":true}}}
      """;

  @TempDir Path folder;

  @BeforeEach
  void writePackages() throws IOException {
    Files.createDirectory(folder.resolve("helper"));
    Files.writeString(
        folder.resolve("helper/package.json"), "{\"name\":\"helper\",\"version\":\"1.0.0\"}");
    Files.writeString(folder.resolve("package.json"), PACKAGE);
    Files.writeString(folder.resolve("package-lock.json"), LOCK);
  }

  @Test
  void installsTheLockedPackagesOnce() throws IOException {
    new NodeInstallation(folder).ensure();
    FileTime installed = Files.getLastModifiedTime(folder.resolve("node_modules"));

    new NodeInstallation(folder).ensure();

    assertThat(folder.resolve("node_modules/helper/package.json")).exists();
    assertThat(Files.getLastModifiedTime(folder.resolve("node_modules"))).isEqualTo(installed);
  }

  @Test
  void completesAnInstallationThatWasInterrupted() throws IOException {
    Files.createDirectories(folder.resolve("node_modules/half"));

    new NodeInstallation(folder).ensure();

    assertThat(folder.resolve("node_modules/helper/package.json")).exists();
  }

  @Test
  void saysWhyAnInstallationFailed() throws IOException {
    Files.writeString(folder.resolve("package.json"), PACKAGE.replace("helper\":", "other\":"));

    assertThatThrownBy(() -> new NodeInstallation(folder).ensure())
        .isInstanceOf(ProcessFailure.class)
        .hasMessageContaining("'npm ci --no-audit --no-fund' in " + folder)
        .hasMessageContaining("failed with exit code 1")
        .hasMessageContaining("Missing: other");
  }
}
