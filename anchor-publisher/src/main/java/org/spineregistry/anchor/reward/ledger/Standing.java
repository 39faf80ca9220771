package org.spineregistry.anchor.reward.ledger;

/** How a payout stands. */
public enum Standing {
  PROPOSED(0),
  HELD(1),
  APPROVED(2),
  VOIDED(2),
  /** The payer says that it was paid. */
  SETTLED(3),
  /** The payer says that it could not be paid; it stays owed. */
  FAILED(3);

  private final int rank;

  Standing(int rank) {
    this.rank = rank;
  }

  /** Whether this is at least as far on the way as the other. */
  boolean isAsFarAs(Standing other) {
    return rank >= other.rank;
  }
}
