package org.spineregistry.anchor.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.spineregistry.anchor.publish.AnchorRow;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.event.AnchorReceipt;

/**
 * An anchor as the API shows it. Times are ISO 8601 in UTC.
 *
 * @param digest SHA-256 of the certificate file
 * @param stuck open for longer than expected
 * @param waitingFor what stands in the way of a decision; empty when nothing does
 * @param attempts signed transactions, newest last
 * @param receipt where the digest stands; absent until it does
 * @param error why it failed on chain; absent unless it did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnchorAnswer(
    String digest,
    String kind,
    String memo,
    String state,
    boolean stuck,
    List<String> waitingFor,
    String cycleId,
    String campaignId,
    String genesisHash,
    List<Attempt> attempts,
    Receipt receipt,
    String error,
    Instant certifiedAt,
    Instant openSince,
    Instant updatedAt) {

  /** A signed transaction; it may have landed or not. */
  public record Attempt(
      String signature,
      String publisher,
      long signedAtSlot,
      long lastValidBlockHeight,
      String transaction) {
    static Attempt of(AnchorAttempt attempt) {
      return new Attempt(
          attempt.getSignature(),
          attempt.getPublisher(),
          attempt.getSignedAtSlot(),
          attempt.getLastValidBlockHeight(),
          attempt.getTransaction());
    }
  }

  /** Where the digest stands on the chain. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Receipt(String publisher, String signature, long slot, Long blockTime) {
    static Receipt of(AnchorReceipt receipt) {
      return receipt == null
          ? null
          : new Receipt(
              receipt.getPublisher(),
              receipt.getSignature(),
              receipt.getSlot(),
              receipt.getBlockTime());
    }
  }

  static AnchorAnswer of(AnchorRow row) {
    AnchorIntent intent = row.intent();
    return new AnchorAnswer(
        intent.getSubject(),
        intent.getKind(),
        intent.getMemo(),
        intent.getState().name(),
        row.stuck(),
        row.doubts(),
        intent.getCycleId(),
        intent.getCampaignId(),
        intent.getGenesisHash(),
        intent.getAttempts().stream().map(Attempt::of).toList(),
        Receipt.of(intent.getReceipt()),
        intent.getError(),
        intent.getQueuedAt(),
        row.openSince(),
        intent.getUpdatedAt());
  }
}
