package org.spineregistry.anchor.intent;

import java.time.Instant;
import org.spineregistry.event.ArtifactReference;
import org.spineregistry.solana.anchor.Memo;

/**
 * What is to be anchored: the certificate of a certified cycle, or a batch of leaves.
 *
 * @param memo to stand on the chain
 * @param certificate null for a batch
 * @param contributions null when a cycle names none, and for a batch
 * @param cycleId null for a batch
 * @param campaignId null for a batch
 * @param causeId event id of the completed cycle, or of the closed batch
 * @param since time of that event
 */
public record Subject(
    Memo memo,
    ArtifactReference certificate,
    ArtifactReference contributions,
    String cycleId,
    String campaignId,
    String causeId,
    Instant since) {

  /** The certificate of a cycle. */
  public static Subject dataset(
      ArtifactReference certificate,
      ArtifactReference contributions,
      String cycleId,
      String campaignId,
      String causeId,
      Instant certifiedAt) {
    return new Subject(
        new Memo.Dataset(certificate.getSha256()),
        certificate,
        contributions,
        cycleId,
        campaignId,
        causeId,
        certifiedAt);
  }

  /** A closed batch. */
  public static Subject batch(Memo.Batch memo, String causeId, Instant closedAt) {
    return new Subject(memo, null, null, null, null, causeId, closedAt);
  }

  /**
   * Identity of the anchor: SHA-256 of the certificate file, or the root of the batch; 64
   * lower-case hexadecimal digits.
   */
  public String digest() {
    return memo.digest();
  }

  /** See {@link Intents#DATASET} and {@link Intents#BATCH}. */
  String kind() {
    return memo instanceof Memo.Batch ? Intents.BATCH : Intents.DATASET;
  }
}
