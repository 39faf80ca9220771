package org.spineregistry.anchor.publish;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.id.SpineIds;

/**
 * Makes the events of an anchor and their identities, which follow from cluster and subject: a
 * repeated event is recognised.
 */
final class AnchorEvents {
  static final String SOURCE = "anchor-publisher";

  private AnchorEvents() {}

  /**
   * @param transaction the signed transaction as read back, base64
   */
  static AnchorFinalized finalized(AnchorIntent intent, String transaction) {
    return AnchorFinalized.newBuilder()
        .setSubject(intent.getSubject())
        .setKind(intent.getKind())
        .setCycleId(intent.getCycleId())
        .setCampaignId(intent.getCampaignId())
        .setReceipt(intent.getReceipt())
        .setTransaction(transaction)
        .setCertificate(intent.getCertificate())
        .setContributions(intent.getContributions())
        .setCauseId(intent.getCauseId())
        .setCertifiedAt(intent.getQueuedAt())
        .build();
  }

  static Headers finalizedHeaders(Tracked tracked) {
    AnchorIntent intent = tracked.intent();
    String id =
        SpineIds.event("AnchorFinalized", intent.getGenesisHash(), intent.getSubject()).toString();
    return headers(tracked, id, "AnchorFinalized");
  }

  static Headers intentHeaders(Tracked tracked) {
    AnchorIntent intent = tracked.intent();
    String id =
        SpineIds.event(
                "AnchorIntent",
                intent.getGenesisHash(),
                intent.getSubject(),
                intent.getState(),
                intent.getAttempts().size())
            .toString();
    return headers(tracked, id, "AnchorIntent");
  }

  private static Headers headers(Tracked tracked, String id, String type) {
    Headers headers = new RecordHeaders();
    Instant at = tracked.intent().getUpdatedAt();
    EventHeaders.write(headers, id, SOURCE, type, at, tracked.intent().getCauseId());
    if (tracked.traceparent() != null) {
      EventHeaders.put(headers, EventHeaders.TRACE_PARENT, tracked.traceparent());
    }
    return headers;
  }
}
