package org.spineregistry.solana.rpc;

/**
 * A transaction that an endpoint has seen in a block.
 *
 * @param err JSON of the error, null when the transaction succeeded. A failed transaction is on
 *     chain too
 */
public record SignatureStatus(long slot, Commitment level, String err) {
  public boolean failed() {
    return err != null;
  }

  public boolean isFinal() {
    return level == Commitment.FINALIZED;
  }
}
