package org.spineregistry.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.nodes.port.FreePort;
import org.spineregistry.nodes.process.ProcessFailure;
import org.spineregistry.nodes.process.ProcessGroup;

class RegistrySettingsTest {
  @TempDir Path root;

  @Test
  void keepsADatabaseFileThatIsWrittenAtEachCommit() {
    String[] options = RegistryOptions.of(RegistrySettings.under(root, new FreePort()));

    assertThat(options)
        .contains(
            "-Dapicurio.datasource.url=jdbc:h2:file:"
                + root.resolve("data/registry/registry")
                + ";WRITE_DELAY=0");
  }

  @Test
  void keepsNoFileInMemory() {
    String[] options = RegistryOptions.of(RegistrySettings.inMemory(root, new FreePort()));

    assertThat(options)
        .contains("-Dapicurio.datasource.url=jdbc:h2:mem:registry", "-Dquarkus.http.host=127.0.0.1")
        .noneMatch(option -> option.contains("jdbc:h2:file"));
  }

  @Test
  void refusesAFolderThatWouldBecomeDatabaseOptions() {
    Optional<Path> folder = Optional.of(root.resolve("a;INIT=RUNSCRIPT"));

    assertThatThrownBy(() -> new RegistrySettings(root, folder, root, 8081, 64))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("semicolon");
  }

  @Test
  void saysHowToGetAnArchiveThatIsNotThere() {
    RegistrySettings settings =
        RegistrySettings.inMemory(root, new FreePort()).withArchive(root.resolve("apicurio"));
    try (ProcessGroup group = ProcessGroup.open()) {
      assertThatThrownBy(() -> new RegistryNode(settings, group))
          .isInstanceOf(ProcessFailure.class)
          .hasMessageContaining("Apicurio Registry is not in " + root.resolve("apicurio"))
          .hasMessageContaining("mvn -pl local-nodes process-resources");
    }
  }
}
