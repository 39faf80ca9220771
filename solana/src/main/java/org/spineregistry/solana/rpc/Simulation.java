package org.spineregistry.solana.rpc;

/**
 * @param err JSON of the error, null when the transaction would succeed
 * @param units compute units consumed; they differ between program builds, so take them from the
 *     cluster that will be used
 */
public record Simulation(String err, long units) {
  public boolean failed() {
    return err != null;
  }
}
