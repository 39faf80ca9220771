package org.spineregistry.anchor.payout;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.spineregistry.anchor.reward.Contribution;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.AnchorReceipt;
import org.spineregistry.event.ArtifactReference;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.id.SpineIds;
import org.spineregistry.service.artifact.ArtifactSettings;
import org.spineregistry.service.artifact.ArtifactStore;
import org.spineregistry.service.artifact.Sha256;

/** Makes finalized events with the contributions file that belongs to them. */
final class Anchors {
  static final Instant CERTIFIED = Instant.parse("2026-05-01T10:00:00Z");
  static final Instant FINALIZED = Instant.parse("2026-05-01T10:00:13Z");

  private static final ObjectMapper JSON = new ObjectMapper();
  private final ArtifactStore store;

  Anchors(Path artifacts) {
    store = new ArtifactStore(new ArtifactSettings(artifacts.toString()));
  }

  static String cycleId(int cycle) {
    return new UUID(0x5000L | (long) cycle << 32, 0x8000000000000000L).toString();
  }

  static String anchorEventId(int cycle) {
    return SpineIds.event("anchor", cycle).toString();
  }

  static String completedEventId(int cycle) {
    return SpineIds.event("completed", cycle).toString();
  }

  /** The event of a cycle whose cohort is given, as the publisher writes it. */
  TestRecord<String, AnchorFinalized> of(
      int cycle, String campaignId, Instant certifiedAt, List<Contribution> cohort) {
    return record(cycle, event(cycle, campaignId, certifiedAt, file(cycle, campaignId, cohort)));
  }

  TestRecord<String, AnchorFinalized> record(int cycle, AnchorFinalized event) {
    RecordHeaders headers = new RecordHeaders();
    EventHeaders.write(
        headers,
        anchorEventId(cycle),
        "anchor-publisher",
        "AnchorFinalized",
        FINALIZED,
        completedEventId(cycle));
    return new TestRecord<>(event.getSubject(), event, headers, FINALIZED);
  }

  AnchorFinalized event(
      int cycle, String campaignId, Instant certifiedAt, ArtifactReference contributions) {
    String subject = Sha256.hex(cycleId(cycle).getBytes(StandardCharsets.UTF_8));
    return AnchorFinalized.newBuilder()
        .setSubject(subject)
        .setKind("dataset")
        .setCycleId(cycleId(cycle))
        .setCampaignId(campaignId)
        .setReceipt(
            AnchorReceipt.newBuilder()
                .setGenesisHash("genesis")
                .setPublisher("publisher")
                .setSignature("signature")
                .setSlot(77)
                .setBlockTime(null)
                .setMemo("spine1:d:" + subject)
                .build())
        .setTransaction("AA==")
        .setCertificate(null)
        .setContributions(contributions)
        .setCauseId(completedEventId(cycle))
        .setCertifiedAt(certifiedAt)
        .build();
  }

  ArtifactReference file(int cycle, String campaignId, List<Contribution> cohort) {
    StringBuilder text = new StringBuilder();
    line(
        text,
        Map.of(
            "format",
            "spine-contributions/1",
            "cycleId",
            cycleId(cycle),
            "campaignId",
            campaignId,
            "cases",
            cohort.size()));
    for (Contribution c : cohort) {
      line(
          text,
          Map.of(
              "ordinal", c.ordinal(),
              "caseId", c.caseId(),
              "contributorId", c.contributorId(),
              "revision", 1,
              "windows", c.windows()));
    }
    return put(text.toString());
  }

  ArtifactReference put(String text) {
    try {
      return store.put("contributions.ndjson", text.getBytes(StandardCharsets.UTF_8), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void line(StringBuilder text, Map<String, Object> fields) {
    try {
      text.append(JSON.writeValueAsString(fields)).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
