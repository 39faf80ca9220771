package org.spineregistry.anchor.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.service.config.ConfigurationProblem;

class PolicyFilesTest {
  private static final Path EXAMPLE = Path.of("../config/rewards/policy-v1.json");

  @TempDir Path folder;

  @Test
  void eachFileIsAVersion() throws IOException {
    String second =
        Files.readString(EXAMPLE)
            .replace("\"version\": 1", "\"version\": 2, \"validFrom\": \"2027-01-01T00:00:00Z\"");
    Path file = Files.writeString(folder.resolve("policy-v2.json"), second);

    var documents = new RewardSettings(List.of(" " + file, EXAMPLE.toString())).documents();

    assertThat(documents).extracting(d -> d.policy().version()).containsExactly(1, 2);
    assertThat(documents.get(1).text()).isEqualTo(second);
  }

  @Test
  void everythingThatIsWrongWithAllFilesIsSaidAtOnce() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"version\": 0}");
    Path missing = folder.resolve("missing.json");

    assertThatThrownBy(
            () -> new RewardSettings(List.of(broken.toString(), missing.toString())).documents())
        .isInstanceOf(ConfigurationProblem.class)
        .hasMessageStartingWith("spine.rewards.policy-files: ")
        .hasMessageContaining("broken.json: version: ")
        .hasMessageContaining("broken.json: currency: ")
        .hasMessageContaining("missing.json: cannot be read");
  }

  @Test
  void versionsThatContradictEachOtherAreRefused() {
    assertThatThrownBy(
            () -> new RewardSettings(List.of(EXAMPLE.toString(), EXAMPLE.toString())).documents())
        .isInstanceOf(ConfigurationProblem.class)
        .hasMessageContaining("given twice");
  }

  @Test
  void somebodyMustSayWhatIsPaid() {
    assertThatThrownBy(() -> new RewardSettings(List.of("")))
        .isInstanceOf(ConfigurationProblem.class)
        .hasMessageContaining("at least one policy file");
  }
}
