package org.spineregistry.anchor.reward.ledger;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Double-entry bookkeeping of one beneficiary's payouts (reference of the states: {@code
 * docs/rewards.md}). Pure: the same events give the same ledger, repeated ones change nothing.
 */
public final class Ledger {
  private Ledger() {}

  /**
   * What an event makes of the ledger.
   *
   * @param payout as it stands now
   * @param original the payout that it takes back, as that stands now; null for any other
   */
  public record Posted(Balances balances, LedgerPayout payout, LedgerPayout original) {}

  /**
   * A decision.
   *
   * @param known the same payout as it stands; null when it is new
   * @param original the payout that this one reverses, as it stands; null when it reverses none, or
   *     one that nobody knows
   * @return empty when the decision is known already
   * @throws LedgerProblem when it contradicts what is known
   */
  public static Optional<Posted> decided(
      Balances balances, LedgerPayout known, LedgerPayout decision, LedgerPayout original) {
    if (known != null) {
      return changed(balances, known, decision);
    }
    return decision.isReversal()
        ? Optional.of(reversal(balances, decision, original))
        : Optional.of(new Posted(first(balances, decision), decision, null));
  }

  private static Balances first(Balances balances, LedgerPayout decision) {
    return switch (decision.standing()) {
      case HELD -> balances.move(Account.BUDGET, Account.HELD, decision.amount());
      case APPROVED -> balances.move(Account.BUDGET, Account.PAYABLE, decision.amount());
      default -> balances;
    };
  }

  private static Posted reversal(Balances balances, LedgerPayout reversal, LedgerPayout original) {
    if (original == null || original.isReversal()) {
      throw new LedgerProblem("UNKNOWN_ORIGINAL", reversal.terms().payoutId());
    }
    BigInteger all = original.reversed().add(reversal.amount());
    if (all.compareTo(original.amount()) > 0 || !original.isOwed()) {
      throw new LedgerProblem("REVERSAL_EXCEEDS_PAYOUT", reversal.terms().payoutId());
    }
    return new Posted(
        balances.move(Account.PAYABLE, Account.BUDGET, reversal.amount()),
        reversal,
        original.takenBack(reversal.amount()));
  }

  private static Optional<Posted> changed(
      Balances balances, LedgerPayout known, LedgerPayout decision) {
    Standing now = decision.standing();
    boolean contradicts =
        !known.terms().isSameAs(decision.terms())
            || (known.standing() == Standing.VOIDED && now == Standing.APPROVED)
            || (known.standing() != Standing.VOIDED
                && known.standing().isAsFarAs(Standing.APPROVED)
                && now == Standing.VOIDED);
    if (contradicts) {
      throw new LedgerProblem("PAYOUT_CONFLICT", known.terms().payoutId());
    }
    if (known.standing() == Standing.HELD && now == Standing.HELD) {
      return known.terms().equals(decision.terms())
          ? Optional.empty()
          : Optional.of(new Posted(balances, known.after(decision), null)); // for another reason
    }
    if (known.standing().isAsFarAs(now)) {
      return Optional.empty();
    }
    Account from = known.standing() == Standing.HELD ? Account.HELD : Account.BUDGET;
    Account to =
        switch (now) {
          case HELD -> Account.HELD;
          case APPROVED -> Account.PAYABLE;
          default -> Account.BUDGET;
        };
    Balances moved = from == to ? balances : balances.move(from, to, known.amount());
    return Optional.of(new Posted(moved, known.after(decision), null));
  }

  /**
   * A report of the payer.
   *
   * @param known the payout as it stands
   * @return empty when a later report is known, or the payout is not owed
   */
  public static Optional<Posted> settled(
      Balances balances, LedgerPayout known, Settlement settlement) {
    if (!known.isOwed() || known.isReversal() || isOlder(settlement, known.report())) {
      return Optional.empty();
    }
    LedgerPayout reported = known.reported(settlement);
    Balances moved =
        balances
            .move(Account.PAID, Account.PAYABLE, known.paid())
            .move(Account.PAYABLE, Account.PAID, reported.paid());
    return Optional.of(new Posted(moved, reported, null));
  }

  private static boolean isOlder(Settlement settlement, Settlement known) {
    return known != null && settlement.version() <= known.version();
  }
}
