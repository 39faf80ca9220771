package org.spineregistry.solana.anchor;

/**
 * What an anchor transaction may use and what it offers for it. The fee is 5,000 lamports a
 * signature plus limit times price.
 *
 * @param unitLimit compute units, 1 to {@value #MAX_UNITS}. Differs between program builds: take it
 *     from a simulation on the cluster that will be used
 * @param microLamportsPerUnit not negative (solanaj would turn a negative number into a huge price)
 */
public record ComputeBudget(int unitLimit, int microLamportsPerUnit) {
  public static final int MAX_UNITS = 1_400_000;

  private static final long MICRO = 1_000_000;
  private static final long LAMPORTS_PER_SIGNATURE = 5_000;

  public ComputeBudget {
    if (unitLimit < 1 || unitLimit > MAX_UNITS) {
      throw new IllegalArgumentException(
          "unitLimit must be 1 to " + MAX_UNITS + ", not " + unitLimit);
    }
    if (microLamportsPerUnit < 0) {
      throw new IllegalArgumentException(
          "microLamportsPerUnit must not be negative, is " + microLamportsPerUnit);
    }
  }

  /** Lamports that a transaction with one signature costs. */
  public long fee() {
    return LAMPORTS_PER_SIGNATURE + ((long) unitLimit * microLamportsPerUnit + MICRO - 1) / MICRO;
  }
}
