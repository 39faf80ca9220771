package org.spineregistry.anchor.reward.ledger;

import java.math.BigInteger;

/** Adds up the payouts of a beneficiary, to be compared with the balances that were booked. */
public final class LedgerAudit {
  private Balances expected = Balances.ZERO;

  /** Takes the next payout. */
  public void add(LedgerPayout payout) {
    if (payout.isReversal()) {
      expected = expected.move(Account.PAYABLE, Account.BUDGET, payout.amount());
      return;
    }
    switch (payout.standing()) {
      case HELD -> expected = expected.move(Account.BUDGET, Account.HELD, payout.amount());
      case APPROVED, FAILED ->
          expected = expected.move(Account.BUDGET, Account.PAYABLE, payout.amount());
      case SETTLED ->
          expected =
              expected
                  .move(Account.BUDGET, Account.PAYABLE, payout.amount())
                  .move(Account.PAYABLE, Account.PAID, payout.paid());
      default -> {}
    }
  }

  /** By how many base units the booked balances differ, over all accounts. */
  public BigInteger difference(Balances booked) {
    BigInteger difference = BigInteger.ZERO;
    for (Account account : Account.values()) {
      difference = difference.add(expected.of(account).subtract(booked.of(account)).abs());
    }
    return difference;
  }
}
