package org.spineregistry.anchor.reward.ledger;

/** Events that contradict each other. Somebody has to look before anything is paid on. */
public final class LedgerProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  LedgerProblem(String code, String payoutId) {
    super(code + ": payout " + payoutId);
    this.code = code;
  }

  /** PAYOUT_CONFLICT, UNKNOWN_ORIGINAL or REVERSAL_EXCEEDS_PAYOUT. */
  public String code() {
    return code;
  }
}
