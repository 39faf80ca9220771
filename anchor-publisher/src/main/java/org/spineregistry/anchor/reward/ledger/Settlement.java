package org.spineregistry.anchor.reward.ledger;

import java.math.BigInteger;

/**
 * What the payer says.
 *
 * @param version from 1; of two reports the one with the higher version counts
 * @param at milliseconds since 1970
 * @param note signature of what was settled, reason of what failed; may be null
 * @param paid base units that were paid, when it was not the whole amount; null otherwise
 */
public record Settlement(
    String payoutId, boolean isSettled, int version, long at, String note, BigInteger paid) {

  /** A report on the whole amount. */
  public Settlement(String payoutId, boolean isSettled, int version, long at, String note) {
    this(payoutId, isSettled, version, at, note, null);
  }
}
