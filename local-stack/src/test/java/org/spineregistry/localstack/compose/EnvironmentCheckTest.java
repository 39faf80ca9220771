package org.spineregistry.localstack.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnvironmentCheckTest {
  private final String file = Project.read(Compose.FILE);

  @Test
  void everyKeyOfTheFileIsReadByItsService() {
    assertThat(EnvironmentCheck.findings(Compose.parse(file))).isEmpty();
  }

  @Test
  void findsAKeyThatTheServiceDoesNotRead() {
    String misspelt = file.replace("SPINE_STATE_DIR: /var/lib", "SPINE_STATE_FOLDER: /var/lib");

    assertThat(EnvironmentCheck.findings(Compose.parse(misspelt)))
        .contains("certification-streams is given SPINE_STATE_FOLDER, which it does not read");
  }

  @Test
  void findsAKeyOfAnotherService() {
    String foreign =
        file.replace(
            "SPINE_HTTP_PORT: \"8085\"",
            "SPINE_HTTP_PORT: \"8085\"\n      SPINE_STATE_DIR: /tmp/state");

    assertThat(EnvironmentCheck.findings(Compose.parse(foreign)))
        .containsExactly("review-collector is given SPINE_STATE_DIR, which it does not read");
  }

  @Test
  void everyServiceReadsTheLevelOfItsLog() {
    String verbose =
        file.replace(
            "SPINE_HTTP_HOST: 0.0.0.0", "SPINE_HTTP_HOST: 0.0.0.0\n      SPINE_LOG_LEVEL: DEBUG");

    assertThat(EnvironmentCheck.findings(Compose.parse(verbose))).isEmpty();
  }

  @Test
  void findsASettingWithoutItsSecretAndASecretWithoutItsSetting() {
    String swapped =
        file.replace(
            "secrets: [certificate-key, synthesis-seed, cohort-key]",
            "secrets: [certificate-key, synthesis-seed, publisher-key]");

    assertThat(EnvironmentCheck.findings(Compose.parse(swapped)))
        .containsExactly(
            "certification-streams reads the secret cohort-key, which it is not given",
            "certification-streams is given the secret publisher-key, which it does not read");
  }

  @Test
  void readsPlaceholdersOfBothKindsWithTheirDefaults() {
    String text =
        """
        a: ${SPINE_ONE:8085}
        b: ${SPINE_TWO:`http://127.0.0.1:8081/x`}
        c: ${SPINE_THREE:}
        d: <root level="${SPINE_FOUR:-INFO}">
        e: ${SPINE_FIVE}
        f: ${micronaut.server.port}
        """;

    assertThat(ModuleSettings.placeholders(text))
        .containsExactly(
            entry("SPINE_ONE", "8085"),
            entry("SPINE_TWO", "http://127.0.0.1:8081/x"),
            entry("SPINE_THREE", ""),
            entry("SPINE_FOUR", "INFO"),
            entry("SPINE_FIVE", ""));
  }

  @Test
  void theFourServicesAndTheCommandAreBuiltFromThisRepository() {
    List<String> modules =
        Compose.parse(file).ours().stream().map(s -> s.module().orElseThrow()).toList();

    assertThat(modules)
        .containsExactlyInAnyOrder(
            "cli",
            "contribution-ingestor",
            "certification-streams",
            "anchor-publisher",
            "review-collector");
  }
}
