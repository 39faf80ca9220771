package org.spineregistry.localstack.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MountCheckTest {
  private final String file = Project.read(Compose.FILE);

  @Test
  void everythingThatIsMountedIsThere() {
    assertThat(MountCheck.findings(Compose.parse(file))).isEmpty();
  }

  @Test
  void findsAPathThatIsNotInTheRepository() {
    String wrong = file.replace("./ops/prometheus:", "./ops/promotheus:");

    assertThat(MountCheck.findings(Compose.parse(wrong)))
        .containsExactly("prometheus mounts ./ops/promotheus, which is not there");
  }

  @Test
  void findsAVolumeThatIsNotDeclared() {
    String wrong = file.replace("\n  prometheus-data: {}", "");

    assertThat(MountCheck.findings(Compose.parse(wrong)))
        .containsExactly("prometheus mounts the volume prometheus-data, not declared");
  }

  @Test
  void findsAKeyFileThatNothingMakes() {
    String wrong = file.replace("./secrets/cohort-key ", "./secrets/cohort-code ");

    assertThat(MountCheck.findings(Compose.parse(wrong)))
        .containsExactly(
            "cohort-key: ops/make-secrets does not make cohort-code",
            "cohort-key: docs/operations.md does not mention cohort-code");
  }

  @Test
  void findsWhatIsDeclaredAndNotUsed() {
    String wrong = file.replace("\nvolumes:\n", "\nvolumes:\n  left-over: {}\n");

    assertThat(MountCheck.findings(Compose.parse(wrong)))
        .containsExactly("left-over is declared and not used");
  }

  @Test
  void keyFilesAreKeptOutOfTheRepositoryAndOutOfImages() {
    assertThat(Project.read(".gitignore").lines()).contains("/secrets/");
    assertThat(Project.read(".dockerignore").lines()).contains("secrets", ".git");
  }
}
