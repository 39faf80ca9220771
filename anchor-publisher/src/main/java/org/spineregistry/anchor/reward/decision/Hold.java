package org.spineregistry.anchor.reward.decision;

import java.time.Instant;

/**
 * Why a payout is kept back.
 *
 * @param until when it ends by itself; null when somebody or something has to end it
 */
public record Hold(Reason reason, Instant until) {

  /** Why. */
  public enum Reason {
    /** It can still be disputed. */
    DISPUTE_WINDOW,
    /** Somebody disputes it. */
    DISPUTED,
    /** The beneficiary's credential is suspended. */
    SUSPENDED,
    /** The campaign's budget does not hold it. */
    BUDGET
  }

  static Hold of(Reason reason) {
    return new Hold(reason, null);
  }

  /** Whether the budget keeps the amount for it. */
  boolean isReserved() {
    return reason != Reason.BUDGET;
  }
}
