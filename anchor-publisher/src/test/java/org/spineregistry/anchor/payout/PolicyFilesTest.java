package org.spineregistry.anchor.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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

    var policies = new RewardSettings(List.of(EXAMPLE.toString(), " " + file)).policies();

    assertThat(policies.at(Instant.parse("2026-12-31T23:59:59Z")).version()).isEqualTo(1);
    assertThat(policies.at(Instant.parse("2027-01-01T00:00:00Z")).version()).isEqualTo(2);
  }

  @Test
  void everythingThatIsWrongWithAllFilesIsSaidAtOnce() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"version\": 0}");
    Path missing = folder.resolve("missing.json");

    assertThatThrownBy(
            () -> new RewardSettings(List.of(broken.toString(), missing.toString())).policies())
        .isInstanceOf(ConfigurationProblem.class)
        .hasMessageStartingWith("spine.rewards.policy-files: ")
        .hasMessageContaining("broken.json: version: ")
        .hasMessageContaining("broken.json: currency: ")
        .hasMessageContaining("missing.json: cannot be read");
  }

  @Test
  void versionsThatContradictEachOtherAreRefused() {
    assertThatThrownBy(
            () -> new RewardSettings(List.of(EXAMPLE.toString(), EXAMPLE.toString())).policies())
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
