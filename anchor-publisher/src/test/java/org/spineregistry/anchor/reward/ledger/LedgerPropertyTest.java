package org.spineregistry.anchor.reward.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LedgerPropertyTest {
  private static final BigInteger TEN = BigInteger.TEN;

  /** The books of one beneficiary, as the stores keep them. */
  private static final class Books {
    private final Map<String, LedgerPayout> payouts = new HashMap<>();
    private final Map<String, Settlement> parked = new HashMap<>();
    private Balances balances = Balances.ZERO;

    void decide(LedgerPayout decision) {
      String id = decision.terms().payoutId();
      post(
          Ledger.decided(
              balances, payouts.get(id), decision, payouts.get(decision.terms().reverses())));
      Settlement early = parked.remove(id);
      if (early != null) {
        report(early);
      }
    }

    void report(Settlement settlement) {
      LedgerPayout known = payouts.get(settlement.payoutId());
      if (known == null || !known.isOwed()) {
        parked.merge(
            settlement.payoutId(), settlement, (a, b) -> a.version() < b.version() ? b : a);
      } else {
        post(Ledger.settled(balances, known, settlement));
      }
    }

    private void post(Optional<Ledger.Posted> posted) {
      posted.ifPresent(
          change -> {
            balances = change.balances();
            payouts.put(change.payout().terms().payoutId(), change.payout());
            if (change.original() != null) {
              payouts.put(change.original().terms().payoutId(), change.original());
            }
          });
      assertThat(balances.sum()).isZero();
      LedgerAudit audit = new LedgerAudit();
      payouts.values().forEach(audit::add);
      assertThat(audit.difference(balances)).isZero();
      assertThat(audit.difference(balances.move(Account.PAYABLE, Account.PAID, TEN))).isEqualTo(20);
    }
  }

  /** Decisions keep their order, as in their partition; reports come whenever and twice. */
  @Property(tries = 300, seed = "2026")
  void reportsInAnyOrderAndRepeatedEventsGiveTheSameBooks(
      @ForAll @IntRange(min = 1, max = 12) int payouts, @ForAll Random random) {
    List<LedgerPayout> decisions = new ArrayList<>();
    List<Settlement> reports = new ArrayList<>();
    for (int n = 0; n < payouts; n++) {
      Standing first = random.nextBoolean() ? Standing.HELD : Standing.APPROVED;
      decisions.add(payout("p" + n, first, 1 + random.nextInt(1000)));
      if (first == Standing.HELD) {
        Standing then = random.nextBoolean() ? Standing.APPROVED : Standing.VOIDED;
        decisions.add(LedgerPayout.decided(decisions.get(decisions.size() - 1).terms(), then));
      }
      for (int version = 1; version <= random.nextInt(4); version++) {
        BigInteger paid = random.nextBoolean() ? null : BigInteger.valueOf(random.nextInt(2));
        reports.add(new Settlement("p" + n, random.nextBoolean(), version, version, "note", paid));
      }
    }

    Books straight = new Books();
    decisions.forEach(straight::decide);
    reports.forEach(straight::report);
    Books mixed = new Books();
    List<Settlement> shuffled = new ArrayList<>(reports);
    shuffled.addAll(reports);
    Collections.shuffle(shuffled, random);
    for (LedgerPayout decision : decisions) {
      while (!shuffled.isEmpty() && random.nextBoolean()) {
        mixed.report(shuffled.remove(0));
      }
      mixed.decide(decision);
      mixed.decide(decision);
    }
    decisions.stream()
        .filter(decision -> decision.standing() == Standing.APPROVED)
        .forEach(mixed::decide);
    shuffled.forEach(mixed::report);
    List.copyOf(mixed.parked.values()).forEach(mixed::report);

    assertThat(mixed.balances).isEqualTo(straight.balances);
    assertThat(mixed.payouts).isEqualTo(straight.payouts);
    assertThat(straight.balances.of(Account.HELD)).isZero();
    assertThat(straight.balances.of(Account.PAYABLE)).isNotNegative();
    assertThat(straight.balances.of(Account.PAID)).isNotNegative();
  }

  @Property(tries = 200, seed = "2026")
  void reversalsNeverExceedTheirPayout(@ForAll Random random) {
    Books books = new Books();
    BigInteger amount = BigInteger.valueOf(1 + random.nextInt(100));
    books.decide(payout("p", Standing.APPROVED, amount.intValue()));
    BigInteger back = BigInteger.ZERO;
    for (int n = 0; n < 10; n++) {
      BigInteger part = BigInteger.valueOf(1 + random.nextInt(40));
      LedgerPayout reversal = reversal("r" + n, "p", part);
      if (back.add(part).compareTo(amount) > 0) {
        assertThatThrownBy(() -> books.decide(reversal))
            .isInstanceOf(LedgerProblem.class)
            .hasMessageStartingWith("REVERSAL_EXCEEDS_PAYOUT");
      } else {
        books.decide(reversal);
        books.decide(reversal);
        back = back.add(part);
      }
      assertThat(books.payouts.get("p").reversed()).isEqualTo(back);
      assertThat(books.balances.of(Account.PAYABLE)).isEqualTo(amount.subtract(back));
    }
  }

  /** Tokens cannot be pulled back: what was paid and is reversed is owed by the beneficiary. */
  @Example
  void aReversalOfWhatWasPaidIsANegativeBalance() {
    Books books = new Books();
    books.decide(payout("p", Standing.APPROVED, 10));
    books.report(new Settlement("p", true, 1, 5, "signature"));
    books.decide(reversal("r", "p", TEN));

    assertThat(books.balances.of(Account.PAID)).isEqualTo(10);
    assertThat(books.balances.of(Account.PAYABLE)).isEqualTo(-10);
    assertThat(books.payouts.get("p").standing()).isEqualTo(Standing.SETTLED);
  }

  @Example
  void whatWasSettledCanStillFailAndIsOwedAgain() {
    Books books = new Books();
    books.decide(payout("p", Standing.APPROVED, 10));
    books.report(new Settlement("p", true, 2, 5, "signature"));
    books.report(new Settlement("p", false, 1, 6, "TOO_LATE"));
    assertThat(books.balances.of(Account.PAID)).isEqualTo(10);
    books.report(new Settlement("p", false, 3, 7, "RETURNED"));
    assertThat(books.balances.of(Account.PAID)).isZero();
    assertThat(books.balances.of(Account.PAYABLE)).isEqualTo(10);
  }

  /** A reversal came before the payment, or an overpayment was kept back. */
  @Example
  void whatWasPaidIsWhatTheReportSays() {
    Books books = new Books();
    books.decide(payout("p", Standing.APPROVED, 10));
    books.decide(reversal("r", "p", BigInteger.valueOf(4)));
    books.report(new Settlement("p", true, 1, 5, "signature", BigInteger.valueOf(6)));
    assertThat(books.balances.of(Account.PAID)).isEqualTo(6);
    assertThat(books.balances.of(Account.PAYABLE)).isZero();

    books.report(new Settlement("p", true, 2, 6, "signature", BigInteger.valueOf(5)));
    assertThat(books.balances.of(Account.PAID)).isEqualTo(5);
    assertThat(books.balances.of(Account.PAYABLE)).isOne();
    books.report(new Settlement("p", false, 3, 7, "RETURNED"));
    assertThat(books.balances.of(Account.PAID)).isZero();
    assertThat(books.balances.of(Account.PAYABLE)).isEqualTo(6);
  }

  @Example
  void theSameIdWithOtherContentIsAConflict() {
    Books books = new Books();
    books.decide(payout("p", Standing.APPROVED, 10));
    for (LedgerPayout other :
        List.of(payout("p", Standing.APPROVED, 11), payout("p", Standing.VOIDED, 10))) {
      assertThatThrownBy(() -> books.decide(other)).hasMessage("PAYOUT_CONFLICT: payout p");
    }
    assertThatThrownBy(() -> books.decide(reversal("r", "nobody", TEN)))
        .hasMessage("UNKNOWN_ORIGINAL: payout r");
    books.decide(payout("v", Standing.VOIDED, 10));
    assertThatThrownBy(() -> books.decide(reversal("r0", "v", TEN)))
        .hasMessage("REVERSAL_EXCEEDS_PAYOUT: payout r0");
    books.decide(reversal("r", "p", BigInteger.ONE));
    assertThatThrownBy(() -> books.decide(reversal("r2", "r", BigInteger.ONE)))
        .hasMessage("UNKNOWN_ORIGINAL: payout r2");
  }

  private static LedgerPayout payout(String id, Standing standing, int amount) {
    return LedgerPayout.decided(
        terms(id, "CASE_BASELINE", BigInteger.valueOf(amount), null), standing);
  }

  private static LedgerPayout reversal(String id, String reverses, BigInteger amount) {
    return LedgerPayout.decided(terms(id, "REVERSAL", amount, reverses), Standing.APPROVED);
  }

  private static Terms terms(String id, String kind, BigInteger amount, String reverses) {
    return new Terms(
        id,
        kind,
        "case/" + id,
        amount,
        reverses,
        "SPINE",
        9,
        "policy",
        1,
        "CONTRIBUTED",
        "cycle",
        0);
  }
}
