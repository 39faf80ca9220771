package org.spineregistry.cli.cycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.event.CertificationRequested;
import org.spineregistry.event.CertificationTrigger;
import org.spineregistry.event.CycleVerdict;

/** Events of one cycle, as the services write them. */
final class Cycles {
  static final UUID CYCLE = UUID.fromString("4d0c1bf5-d453-5fdd-beb9-9d7e56b33a89");
  static final Instant T0 = Instant.parse("2026-11-23T12:00:00Z");

  private Cycles() {}

  static CertificationRequested request() {
    return CertificationRequested.newBuilder()
        .setCycleId(CYCLE.toString())
        .setCampaignId("sacroiliac-fusion")
        .setPolicyVersion(3)
        .setTrigger(CertificationTrigger.THRESHOLD)
        .setThreshold(125L)
        .setCases(125)
        .setOrdinalLimit(131)
        .setProfile("published-2026")
        .setDatasetSizes(List.of(100, 1000))
        .setAuditRepeats(2)
        .setCauseId("case-event")
        .setRequestedAt(T0)
        .build();
  }

  static CertificationCompleted result(CycleVerdict verdict, int attempt) {
    return CertificationCompleted.newBuilder()
        .setCycleId(CYCLE.toString())
        .setCampaignId("sacroiliac-fusion")
        .setPolicyVersion(3)
        .setThreshold(125L)
        .setAttempt(attempt)
        .setVerdict(verdict)
        .setReasons(List.of("NO_FIT: too few rows"))
        .setProfile("published-2026")
        .setCases(0)
        .setOrdinalLimit(131)
        .setCertificate(null)
        .setContributions(null)
        .setCauseId("request-event")
        .setStartedAt(T0)
        .setCompletedAt(T0)
        .build();
  }
}
