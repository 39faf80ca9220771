package org.spineregistry.anchor.cluster;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.solana.anchor.AnchorTransaction;
import org.spineregistry.solana.anchor.AnchorTransactionParser;
import org.spineregistry.solana.rpc.FinalizedTransaction;

/** Fetches what was said to be final, and believes only the bytes. */
public final class ReadBack {
  private final Cluster cluster;

  public ReadBack(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * An endpoint that returns something else than was signed is not believed any more.
   *
   * @param memo what must stand on the chain
   * @return empty when no endpoint has the transaction at finalized, as it was signed and without
   *     an error
   */
  public Optional<FinalizedTransaction> fetch(AnchorAttempt attempt, String memo) {
    byte[] signed = Base64.getDecoder().decode(attempt.getTransaction());
    Optional<FinalizedTransaction> found =
        cluster.search(
            endpoint -> endpoint.transaction(attempt.getSignature()),
            transaction -> objection(transaction, signed));
    found.ifPresent(transaction -> requireAnchor(transaction, attempt, memo));
    return found;
  }

  private static Optional<String> objection(FinalizedTransaction found, byte[] signed) {
    if (found.failed()) {
      return Optional.of("said that a transaction did not fail, and then that it did");
    }
    return Arrays.equals(found.bytes(), signed)
        ? Optional.empty()
        : Optional.of("returned other bytes than were signed");
  }

  /** The bytes are ours, so what does not fit here is a fault of this program. */
  private static void requireAnchor(
      FinalizedTransaction found, AnchorAttempt attempt, String memo) {
    AnchorTransaction anchor = AnchorTransactionParser.parse(found.bytes());
    if (!anchor.memo().text().equals(memo)
        || !anchor.signature().equals(attempt.getSignature())
        || !anchor.publisher().base58().equals(attempt.getPublisher())) {
      throw new IllegalStateException(
          "transaction " + attempt.getSignature() + " anchors something else than its intent says");
    }
  }
}
