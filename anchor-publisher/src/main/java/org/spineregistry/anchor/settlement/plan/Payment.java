package org.spineregistry.anchor.settlement.plan;

import java.math.BigInteger;
import java.util.List;

/**
 * All that a beneficiary gets at once.
 *
 * @param shares not empty, in the order of the decisions
 */
public record Payment(String beneficiaryId, List<Share> shares) {
  public Payment {
    shares = List.copyOf(shares);
  }

  /** Base units, above 0. */
  public BigInteger amount() {
    return shares.stream().map(Share::paid).reduce(BigInteger.ZERO, BigInteger::add);
  }
}
