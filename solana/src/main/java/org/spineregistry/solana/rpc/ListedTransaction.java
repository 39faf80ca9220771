package org.spineregistry.solana.rpc;

import java.time.Instant;

/**
 * A line of the list of transactions that mention an address. The list is pruned, and holds failed
 * and foreign transactions.
 *
 * @param err JSON of the error, null when the transaction succeeded
 * @param memo {@code [length] text}, several joined by {@code "; "}; null without a memo
 * @param blockTime null when the endpoint has none
 */
public record ListedTransaction(
    String signature, long slot, String err, String memo, Instant blockTime) {
  public boolean failed() {
    return err != null;
  }
}
