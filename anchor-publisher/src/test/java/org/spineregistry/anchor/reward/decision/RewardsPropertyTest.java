package org.spineregistry.anchor.reward.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.anchor.reward.Examples.CAMPAIGN;
import static org.spineregistry.anchor.reward.decision.Deciding.CERTIFIED;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.spineregistry.anchor.reward.Caps;
import org.spineregistry.anchor.reward.Clawback;
import org.spineregistry.anchor.reward.Contribution;
import org.spineregistry.anchor.reward.Examples;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.Safeguards;
import org.spineregistry.anchor.reward.TokenPrice;
import org.spineregistry.anchor.reward.ledger.Account;
import org.spineregistry.anchor.reward.ledger.Balances;
import org.spineregistry.anchor.reward.ledger.Ledger;
import org.spineregistry.anchor.reward.ledger.LedgerAudit;
import org.spineregistry.anchor.reward.ledger.LedgerPayout;
import org.spineregistry.anchor.reward.ledger.Standing;
import org.spineregistry.anchor.reward.ledger.Terms;
import org.spineregistry.event.PayoutDecision;
import org.spineregistry.event.RulingAction;
import org.spineregistry.event.RulingCause;
import org.spineregistry.event.RulingTarget;

/** Whatever happens, in whatever order: what must hold of the decisions and of the books. */
class RewardsPropertyTest {
  private static final int TRIES = 300;
  private static final long BUDGET = 700;

  /** Something that happens. */
  interface Event {
    List<Decision> to(Deciding deciding);
  }

  @Property(tries = TRIES, seed = "11")
  void theBudgetIsNeverExceededAndWhatIsUsedIsWhatThePayoutsUse(
      @ForAll("histories") List<Event> history) {
    Deciding deciding = start();
    for (Event event : history) {
      event.to(deciding);
      assertThat(deciding.used().value()).isLessThanOrEqualTo(BigInteger.valueOf(BUDGET));
    }
  }

  @Property(tries = TRIES, seed = "12")
  void noPayoutIsReversedByMoreThanItWas(@ForAll("histories") List<Event> history) {
    Deciding deciding = start();
    Map<String, BigInteger> reversed = new HashMap<>();
    for (Event event : history) {
      for (Decision decision : event.to(deciding)) {
        if (decision.reversal() != null) {
          reversed.merge(
              decision.known().payoutId(),
              decision.reversal().payout().granted().value(),
              BigInteger::add);
        }
      }
    }
    reversed.forEach(
        (payoutId, sum) ->
            assertThat(sum)
                .isLessThanOrEqualTo(
                    deciding.book.payout(payoutId).orElseThrow().payout().granted().value()));
  }

  @Property(tries = TRIES, seed = "13")
  void aReplayDecidesTheSame(@ForAll("histories") List<Event> history) {
    assertThat(all(start(), history)).isEqualTo(all(start(), history));
  }

  @Property(tries = TRIES, seed = "14")
  void everyEventTwiceChangesNothing(@ForAll("histories") List<Event> history) {
    Deciding twice = start();
    List<Decision> decisions = new ArrayList<>();
    for (Event event : history) {
      decisions.addAll(event.to(twice));
      assertThat(event.to(twice)).isEmpty();
    }
    assertThat(Deciding.told(decisions)).isEqualTo(Deciding.told(all(start(), history)));
  }

  /** A case or window is approved at most once, and what is void stays void. */
  @Property(tries = TRIES, seed = "15")
  void everySubjectIsApprovedAtMostOnce(@ForAll("histories") List<Event> history) {
    List<Decision> decisions = all(start(), history);

    assertThat(decisions.stream().filter(RewardsPropertyTest::approves))
        .extracting(decision -> decision.known().payout().subjectId())
        .doesNotHaveDuplicates();
  }

  /** The books of a consumer agree with the one who decides, to the last unit. */
  @Property(tries = TRIES, seed = "16")
  void theLedgerBalancesWithWhatWasDecided(@ForAll("histories") List<Event> history) {
    Deciding deciding = start();
    Map<String, LedgerPayout> payouts = new HashMap<>();
    Balances balances = Balances.ZERO;
    for (Decision decision : all(deciding, history)) {
      LedgerPayout event = booked(decision);
      Optional<Ledger.Posted> posted =
          Ledger.decided(
              balances,
              payouts.get(event.terms().payoutId()),
              event,
              payouts.get(event.terms().reverses()));
      if (posted.isPresent()) {
        balances = posted.get().balances();
        payouts.put(event.terms().payoutId(), posted.get().payout());
        if (posted.get().original() != null) {
          payouts.put(posted.get().original().terms().payoutId(), posted.get().original());
        }
      }
    }
    LedgerAudit audit = new LedgerAudit();
    payouts.values().forEach(audit::add);
    assertThat(audit.difference(balances)).isZero();
    assertThat(balances.sum()).isZero();
    BigInteger owed =
        deciding.book.all().stream()
            .map(known -> known.left().value())
            .reduce(BigInteger.ZERO, BigInteger::add);
    assertThat(balances.of(Account.PAYABLE)).isEqualTo(owed);
  }

  /** A later version changes nothing about what was decided under an earlier one. */
  @Property(tries = TRIES, seed = "17")
  void aLaterPolicyLeavesEarlierPayoutsAsTheyAre(@ForAll("histories") List<Event> history) {
    Deciding deciding = start();
    List<Decision> before = all(deciding, history);
    RewardPolicies next =
        RewardPolicies.of(
            List.of(
                policy(1, null, safeguards()),
                policy(2, CERTIFIED.plus(Duration.ofDays(50)), Deciding.hold(1))));
    Deciding again = start();
    again.now(next);

    assertThat(all(again, history)).isEqualTo(before);
  }

  @Provide
  Arbitrary<List<Event>> histories() {
    Arbitrary<Event> cycles =
        Combinators.combine(
                contributions().list().ofMinSize(1).ofMaxSize(6),
                Arbitraries.integers().between(0, 20),
                Arbitraries.integers().between(0, Integer.MAX_VALUE))
            .as(RewardsPropertyTest::cycle);
    Arbitrary<Event> rulings =
        Combinators.combine(
                Arbitraries.of(RulingAction.values()).filter(a -> a != RulingAction.UNKNOWN),
                Arbitraries.of("a", "b"),
                Arbitraries.longs().between(1, 6),
                Arbitraries.of(RulingCause.values()).filter(c -> c != RulingCause.UNKNOWN),
                Arbitraries.integers().between(0, 40),
                Arbitraries.longs().between(0, 120),
                Arbitraries.integers().between(0, Integer.MAX_VALUE))
            .as(RewardsPropertyTest::ruling);
    Arbitrary<Event> clock =
        Arbitraries.integers()
            .between(0, 60)
            .map(days -> deciding -> deciding.due(CERTIFIED.plus(Duration.ofDays(days))));
    Arbitrary<Event> reviews =
        Combinators.combine(
                Arbitraries.integers().between(1, 9),
                Arbitraries.of("a", "b"),
                Arbitraries.integers().between(0, 40),
                Arbitraries.of("0.1", "0.7", "1"))
            .as(RewardsPropertyTest::review);
    return Arbitraries.frequencyOf(
            Tuple.of(3, cycles), Tuple.of(3, reviews), Tuple.of(4, rulings), Tuple.of(2, clock))
        .list()
        .ofMaxSize(25);
  }

  private static Arbitrary<Contribution> contributions() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 6),
            Arbitraries.of("a", "b"),
            Arbitraries.integers().between(1, 3),
            Arbitraries.of("3m", "12m").set().ofMaxSize(2))
        .as(
            (ordinal, who, revision, windows) ->
                Examples.revision(revision, ordinal, who, windows.toArray(String[]::new)));
  }

  private static Event review(int number, String reviewer, int day, String usdPerToken) {
    Instant at = CERTIFIED.plus(Duration.ofDays(day));
    TokenPrice price = new TokenPrice("price", new BigDecimal(usdPerToken), at);
    return deciding -> deciding.review(number, reviewer, at, price);
  }

  /** Each case once, as a cohort has it. */
  private static Event cycle(List<Contribution> some, int day, int id) {
    Map<String, Contribution> cohort = new TreeMap<>();
    some.forEach(contribution -> cohort.put(contribution.caseId(), contribution));
    Instant at = CERTIFIED.plus(Duration.ofDays(day));
    return deciding -> {
      var outcome = deciding.outcome(CAMPAIGN, at, List.copyOf(cohort.values()));
      List<Decision> all = new ArrayList<>(outcome.others());
      all.addAll(outcome.granted());
      return all;
    };
  }

  private static Event ruling(
      RulingAction action,
      String who,
      long ordinal,
      RulingCause cause,
      int day,
      long part,
      int id) {
    boolean ofBeneficiary = action == RulingAction.SUSPEND || action == RulingAction.RESUME;
    String caseId = Examples.caseId(ordinal);
    return deciding -> {
      String payoutId =
          deciding.book.ofSubject(caseId + "/baseline").map(KnownPayout::payoutId).orElse("none");
      boolean inPart = action == RulingAction.REVERSE && part > 0 && part < 100;
      RulingTarget target =
          ofBeneficiary || id % 3 == 0 && !inPart
              ? RulingTarget.BENEFICIARY
              : inPart ? RulingTarget.PAYOUT : RulingTarget.CASE;
      return deciding.apply(
          new Ruling(
              new UUID(9, ordinal << 40 | (long) day << 32 | id).toString(),
              action,
              target,
              target == RulingTarget.BENEFICIARY
                  ? who
                  : target == RulingTarget.PAYOUT ? payoutId : caseId,
              cause,
              inPart ? Examples.units(part) : null,
              CERTIFIED.plus(Duration.ofDays(day)),
              "ruling-" + id));
    };
  }

  private static Deciding start() {
    return Deciding.under(policy(1, null, safeguards()));
  }

  /** A review earns 30 units at a dollar for a token. */
  private static RewardPolicy policy(int version, Instant validFrom, Safeguards safeguards) {
    return Examples.withReviews("0.00000003", version, validFrom, Caps.NONE, safeguards);
  }

  private static Safeguards safeguards() {
    return new Safeguards(Examples.units(BUDGET), Duration.ofDays(14), Clawback.DEFAULT);
  }

  private static List<Decision> all(Deciding deciding, List<Event> history) {
    List<Decision> decisions = new ArrayList<>();
    history.forEach(event -> decisions.addAll(event.to(deciding)));
    return decisions;
  }

  private static boolean approves(Decision decision) {
    return decision.verdict() == PayoutDecision.APPROVED
        || decision.verdict() == PayoutDecision.RELEASED;
  }

  private static LedgerPayout booked(Decision decision) {
    Payout original = decision.known().payout();
    Payout payout = decision.reversal() == null ? original : decision.reversal().payout();
    Terms terms =
        new Terms(
            payout.payoutId(),
            payout.kind().name(),
            payout.subjectId(),
            payout.granted().value(),
            decision.reversal() == null ? null : original.payoutId(),
            "SPINE",
            9,
            "example-contributions",
            1,
            decision.reason(),
            null,
            decision.effectiveAt().toEpochMilli());
    return LedgerPayout.decided(
        terms,
        switch (decision.verdict()) {
          case HELD -> Standing.HELD;
          case VOIDED -> Standing.VOIDED;
          default -> Standing.APPROVED;
        });
  }
}
