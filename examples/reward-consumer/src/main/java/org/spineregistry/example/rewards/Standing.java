package org.spineregistry.example.rewards;

import java.util.Optional;
import org.spineregistry.event.PayoutDecision;

/** How a payout stands in this book. */
enum Standing {
  /** Kept, not acted on: a proposal, or a decision that this program does not know. */
  NOTED(0),
  HELD(1),
  /** Owed: paid as soon as the beneficiary's balance covers it. */
  APPROVED(2),
  VOIDED(2),
  /** A reversal of a payout that is not approved here yet. */
  PARKED(1),
  /** A reversal that later payouts make good. */
  DEDUCTED(2),
  /** A reversal of what was paid, whose amount the beneficiary is asked to return. */
  ASKED_BACK(2);

  private final int rank;

  Standing(int rank) {
    this.rank = rank;
  }

  /** What a decision says of a payout that reverses nothing. */
  static Standing of(PayoutDecision decision) {
    return switch (decision) {
      case HELD -> HELD;
      case APPROVED, RELEASED -> APPROVED;
      case VOIDED -> VOIDED;
      default -> NOTED;
    };
  }

  /**
   * What becomes of a payout with this standing by a decision; empty when that is known already, as
   * in a replay.
   *
   * @throws BookProblem when the two contradict each other
   */
  Optional<Standing> after(Standing decided, String payoutId) {
    if ((this == APPROVED && decided == VOIDED) || (this == VOIDED && decided == APPROVED)) {
      throw new BookProblem(BookProblem.Code.PAYOUT_CONFLICT, payoutId);
    }
    return decided.rank > rank ? Optional.of(decided) : Optional.empty();
  }
}
