package org.spineregistry.anchor.reward.ledger;

import java.math.BigInteger;

/**
 * A payout as the ledger has it.
 *
 * @param reversed how much of it was taken back
 * @param report of the payer that counts; null before the first
 */
public record LedgerPayout(Terms terms, Standing standing, BigInteger reversed, Settlement report) {

  /** As a decision brings it. */
  public static LedgerPayout decided(Terms terms, Standing standing) {
    return new LedgerPayout(terms, standing, BigInteger.ZERO, null);
  }

  /** After another decision. */
  LedgerPayout after(LedgerPayout decision) {
    return new LedgerPayout(decision.terms, decision.standing, reversed, report);
  }

  /** Whether the registry owes it, or did before it was paid. */
  public boolean isOwed() {
    return standing == Standing.APPROVED
        || standing == Standing.SETTLED
        || standing == Standing.FAILED;
  }

  LedgerPayout reported(Settlement settlement) {
    Standing now = settlement.isSettled() ? Standing.SETTLED : Standing.FAILED;
    return new LedgerPayout(terms, now, reversed, settlement);
  }

  LedgerPayout takenBack(BigInteger more) {
    return new LedgerPayout(terms, standing, reversed.add(more), report);
  }

  /** What the payer says that was paid: the whole amount unless a report says otherwise. */
  BigInteger paid() {
    if (standing != Standing.SETTLED) {
      return BigInteger.ZERO;
    }
    return report.paid() == null ? amount() : report.paid();
  }

  BigInteger amount() {
    return terms.amount();
  }

  boolean isReversal() {
    return terms.reverses() != null;
  }
}
