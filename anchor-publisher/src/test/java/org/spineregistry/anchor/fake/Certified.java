package org.spineregistry.anchor.fake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.spineregistry.anchor.intent.Subject;
import org.spineregistry.event.ArtifactReference;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.event.CycleVerdict;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.service.artifact.Sha256;

/** Certified cycles by number. */
public final class Certified {
  public static final Instant AT = Instant.parse("2026-05-01T10:00:00Z");
  public static final String CAMPAIGN = "sacroiliac-fusion";

  /** Making serdes also tells Avro which classes it may load, which copying a record needs. */
  public static final SpineSerdes SERDES = SpineSerdes.registering("mock://anchor-publisher");

  private Certified() {}

  public static String cycleId(int n) {
    return new UUID(0x5000L | (long) n << 32, 0x8000000000000000L).toString();
  }

  public static byte[] certificateBytes(int n) {
    return ("{\"certificate\":" + n + "}").getBytes(StandardCharsets.UTF_8);
  }

  public static String digest(int n) {
    return Sha256.hex(certificateBytes(n));
  }

  public static Subject subject(int n) {
    return Subject.dataset(certificate(n), null, cycleId(n), CAMPAIGN, "completed-" + n, AT);
  }

  public static ArtifactReference certificate(int n) {
    return ArtifactReference.newBuilder()
        .setName("certificate.json")
        .setUri("file:///certificate.json")
        .setSha256(digest(n))
        .setBytes(certificateBytes(n).length)
        .setRows(null)
        .build();
  }

  /** The event, with references that a test may replace. */
  public static CertificationCompleted completed(
      int n, CycleVerdict verdict, ArtifactReference certificate, ArtifactReference contributions) {
    return CertificationCompleted.newBuilder()
        .setCycleId(cycleId(n))
        .setCampaignId(CAMPAIGN)
        .setPolicyVersion(1)
        .setThreshold(null)
        .setAttempt(1)
        .setVerdict(verdict)
        .setReasons(List.of())
        .setProfile("published-2026")
        .setCases(125)
        .setOrdinalLimit(125)
        .setGates(List.of())
        .setDatasets(List.of())
        .setCertificate(certificate)
        .setContributions(contributions)
        .setCauseId(null)
        .setStartedAt(AT.minusSeconds(5))
        .setCompletedAt(AT)
        .build();
  }
}
