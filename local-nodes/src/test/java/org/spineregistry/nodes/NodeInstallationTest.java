package org.spineregistry.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spineregistry.nodes.process.ProcessFailure;

class NodeInstallationTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"v20.20.2, 20", "v18.19.0, 18", "v4.0.0-nightly, 4", "20.1.0, 0", "'', 0"})
  void readsTheMajorVersion(String version, int major) {
    assertThat(NodeInstallation.majorVersion(version)).isEqualTo(major);
  }

  @Test
  void namesTheFolderThatHoldsNoServer() {
    assertThatThrownBy(() -> new NodeInstallation(folder).ensure())
        .isInstanceOf(ProcessFailure.class)
        .hasMessage("the Solana server is not in " + folder + ": package-lock.json is missing");
  }
}
