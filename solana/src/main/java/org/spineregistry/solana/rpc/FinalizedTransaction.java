package org.spineregistry.solana.rpc;

import java.time.Instant;
import java.util.Base64;

/**
 * A transaction read back at {@code finalized}.
 *
 * @param blockTime an estimate for people, null when the endpoint has none; never order or expire
 *     by it
 * @param err JSON of the error, null when the transaction succeeded
 * @param base64 the bytes as the endpoint returned them
 */
public record FinalizedTransaction(long slot, Instant blockTime, String err, String base64) {
  public boolean failed() {
    return err != null;
  }

  public byte[] bytes() {
    return Base64.getDecoder().decode(base64);
  }
}
