package org.spineregistry.certification.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.event.CycleVerdict;
import org.spineregistry.schemas.serde.SpineSerdes;

class CycleHistoryTest {
  @BeforeAll
  static void trustOurRecords() {
    SpineSerdes.registering("mock://CycleHistoryTest"); // Avro's builders ask for it
  }

  @Test
  void aCycleWithoutAResultRuns() {
    CycleHistory history = new CycleHistory(List.of());
    assertThat(history.allows("r1")).isTrue();
    assertThat(history.attempts()).isZero();
  }

  @Test
  void aFailedCycleRunsForAnotherRequestOnly() {
    CycleHistory history =
        new CycleHistory(
            List.of(result(CycleVerdict.FAILED, 1, "r1"), result(CycleVerdict.FAILED, 3, "r2")));
    assertThat(history.allows("r1")).isFalse();
    assertThat(history.allows("r2")).isFalse();
    assertThat(history.allows("r3")).isTrue();
    assertThat(history.attempts()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FAILED")
  void aVerdictOnTheDataIsFinal(CycleVerdict verdict) {
    CycleHistory history =
        new CycleHistory(List.of(result(CycleVerdict.FAILED, 1, "r1"), result(verdict, 2, "r2")));
    assertThat(history.allows("r3")).isFalse();
  }

  private static CertificationCompleted result(CycleVerdict verdict, int attempt, String cause) {
    return CertificationCompleted.newBuilder()
        .setCycleId("cycle")
        .setCampaignId("sacroiliac-fusion")
        .setPolicyVersion(1)
        .setAttempt(attempt)
        .setVerdict(verdict)
        .setProfile("published-2026")
        .setCases(1)
        .setOrdinalLimit(1)
        .setCauseId(cause)
        .setStartedAt(Instant.EPOCH)
        .setCompletedAt(Instant.EPOCH)
        .build();
  }
}
