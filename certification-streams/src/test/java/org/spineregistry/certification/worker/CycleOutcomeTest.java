package org.spineregistry.certification.worker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spineregistry.event.ArtifactReference;
import org.spineregistry.event.CycleVerdict;

class CycleOutcomeTest {
  private static final ArtifactReference FILE =
      new ArtifactReference("synthetic-100.csv", "file:///none", "ab".repeat(32), 3L, 100L);

  @ParameterizedTest
  @EnumSource(value = CycleVerdict.class, mode = EnumSource.Mode.EXCLUDE, names = "CERTIFIED")
  void onlyWhatIsCertifiedNamesFiles(CycleVerdict verdict) {
    refused(() -> outcome(verdict, List.of(FILE), null, null));
    refused(() -> outcome(verdict, List.of(), FILE, null));
    refused(() -> outcome(verdict, List.of(), null, FILE));
  }

  private static CycleOutcome outcome(
      CycleVerdict verdict,
      List<ArtifactReference> datasets,
      ArtifactReference certificate,
      ArtifactReference contributions) {
    return new CycleOutcome(verdict, List.of(), 3, List.of(), datasets, certificate, contributions);
  }

  private static void refused(Runnable making) {
    assertThatThrownBy(making::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("only a certified cycle has files");
  }
}
