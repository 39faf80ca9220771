package org.spineregistry.solana.token;

import java.math.BigInteger;
import org.spineregistry.solana.key.Address;

/**
 * A payment to one wallet.
 *
 * @param baseUnits above 0, at most 2^64 - 1
 * @param createsAccount whether the wallet has no account for the token yet
 */
public record Transfer(Address wallet, BigInteger baseUnits, boolean createsAccount) {
  /** Largest amount that a token account holds. */
  public static final BigInteger MOST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  public Transfer {
    if (baseUnits.signum() <= 0 || baseUnits.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("baseUnits must be 1 to 2^64 - 1");
    }
  }
}
