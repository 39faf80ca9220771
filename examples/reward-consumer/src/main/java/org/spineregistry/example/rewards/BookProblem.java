package org.spineregistry.example.rewards;

/** Decisions that contradict each other. Somebody has to look before anything is paid on. */
final class BookProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  enum Code {
    /** The same payout with other content, or approved and voided. */
    PAYOUT_CONFLICT,
    /** More is taken back than was granted, or a reversal is reversed. */
    REVERSAL_EXCEEDS_PAYOUT,
    /** An amount is no integer, or has the wrong sign. */
    MALFORMED_AMOUNT
  }

  BookProblem(Code code, String payoutId) {
    super(code + ": payout " + payoutId);
  }
}
