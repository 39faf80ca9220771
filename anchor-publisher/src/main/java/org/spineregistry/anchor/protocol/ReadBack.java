package org.spineregistry.anchor.protocol;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.solana.rpc.FinalizedTransaction;

/** Fetches what was said to be final, and believes only the bytes. */
final class ReadBack {
  private final Cluster cluster;

  ReadBack(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * An endpoint that returns something else than was signed is not believed any more.
   *
   * @return empty when no endpoint has the transaction at finalized, as it was signed and without
   *     an error
   */
  Optional<FinalizedTransaction> fetch(AnchorAttempt attempt) {
    byte[] signed = Base64.getDecoder().decode(attempt.getTransaction());
    return cluster.search(
        endpoint -> endpoint.transaction(attempt.getSignature()),
        transaction -> objection(transaction, signed));
  }

  private static Optional<String> objection(FinalizedTransaction found, byte[] signed) {
    if (found.failed()) {
      return Optional.of("said that a transaction did not fail, and then that it did");
    }
    return Arrays.equals(found.bytes(), signed)
        ? Optional.empty()
        : Optional.of("returned other bytes than were signed");
  }
}
