package org.spineregistry.anchor.intent;

import java.time.Instant;
import org.spineregistry.event.ArtifactReference;
import org.spineregistry.solana.anchor.Memo;

/**
 * What is to be anchored: the certificate of a certified cycle.
 *
 * @param contributions null when the cycle names none
 * @param causeId event id of the completed cycle
 * @param certifiedAt time of the completed cycle
 */
public record Subject(
    ArtifactReference certificate,
    ArtifactReference contributions,
    String cycleId,
    String campaignId,
    String causeId,
    Instant certifiedAt) {

  /** SHA-256 of the certificate file, lower-case hexadecimal: the identity of the anchor. */
  public String digest() {
    return certificate.getSha256();
  }

  Memo memo() {
    return new Memo.Dataset(digest());
  }
}
