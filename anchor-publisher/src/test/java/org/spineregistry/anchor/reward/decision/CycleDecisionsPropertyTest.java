package org.spineregistry.anchor.reward.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.anchor.reward.Examples.CAMPAIGN;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.anchor.reward.CampaignTariffs;
import org.spineregistry.anchor.reward.Caps;
import org.spineregistry.anchor.reward.Contribution;
import org.spineregistry.anchor.reward.Examples;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.Safeguards;
import org.spineregistry.anchor.reward.Tariff;
import org.spineregistry.event.PayoutKind;

/** Invariants of the payout contract. */
class CycleDecisionsPropertyTest {
  private static final int TRIES = 200;

  @Property(tries = TRIES, seed = "1")
  void theOrderOfTheFileChangesNothing(
      @ForAll("cohorts") List<Contribution> cohort,
      @ForAll("policies") RewardPolicy policy,
      @ForAll Random random) {
    List<Contribution> shuffled = new ArrayList<>(cohort);
    Collections.shuffle(shuffled, random);

    assertThat(decide(policy, shuffled)).isEqualTo(decide(policy, cohort));
  }

  @Property(tries = TRIES, seed = "2")
  void sumsAgreePerBeneficiaryPerKindAndInTheManifest(
      @ForAll("cohorts") List<Contribution> cohort, @ForAll("policies") RewardPolicy policy) {
    Deciding deciding = Deciding.under(policy);
    List<Decision> decisions = deciding.outcome(CAMPAIGN, Deciding.CERTIFIED, cohort).granted();
    List<Payout> payouts = Deciding.payouts(decisions);
    Manifest manifest = Manifest.of(decisions.stream().map(Decision::known).toList());

    assertThat(sums(payouts, Payout::beneficiaryId)).isEqualTo(manifest.granted().value());
    assertThat(sums(payouts, p -> p.kind().name())).isEqualTo(manifest.granted().value());
    BigInteger requested =
        payouts.stream().map(p -> p.requested().value()).reduce(BigInteger.ZERO, BigInteger::add);
    assertThat(manifest.granted().plus(manifest.cut()).value()).isEqualTo(requested);
    assertThat(manifest.payoutsPerKind().values().stream().mapToInt(n -> n).sum())
        .isEqualTo(payouts.size());
  }

  @Property(tries = TRIES, seed = "3")
  void noCapIsExceededAndNothingBelowACapIsCut(
      @ForAll("cohorts") List<Contribution> cohort, @ForAll("policies") RewardPolicy policy) {
    List<Payout> payouts = decide(policy, cohort);
    Caps caps = policy.campaigns().get(CAMPAIGN).caps();
    BigInteger all = granted(payouts);
    Map<String, BigInteger> each = perBeneficiary(payouts);

    if (caps.perCycle() != null) {
      assertThat(all).isLessThanOrEqualTo(caps.perCycle().value());
    }
    for (Payout payout : payouts) {
      BigInteger mine = each.get(payout.beneficiaryId());
      if (caps.perBeneficiary() != null) {
        assertThat(mine).isLessThanOrEqualTo(caps.perBeneficiary().value());
      }
      if (payout.capped()) {
        boolean full =
            caps.perCycle() != null && all.equals(caps.perCycle().value())
                || caps.perBeneficiary() != null && mine.equals(caps.perBeneficiary().value());
        assertThat(full).as("a cut means that a cap is used up to the last unit").isTrue();
      }
    }
  }

  @Property(tries = TRIES, seed = "4")
  void nothingIsPaidTwiceOverCyclesThatContainOneAnother(
      @ForAll("cohorts") List<Contribution> cohort,
      @ForAll("policies") RewardPolicy first,
      @ForAll("policies") RewardPolicy second,
      @ForAll Random random) {
    List<Contribution> early = cohort.subList(0, random.nextInt(cohort.size() + 1));
    Deciding deciding = Deciding.under(first);

    List<Payout> before = pay(deciding, first, early);
    List<Payout> after = pay(deciding, second, cohort);
    List<Payout> again = pay(deciding, second, cohort);

    List<String> subjects =
        Stream.concat(before.stream(), after.stream()).map(Payout::subjectId).toList();
    assertThat(subjects).doesNotHaveDuplicates();
    assertThat(again).isEmpty();
    assertThat(subjects).hasSize(decide(second, cohort).size());
  }

  @Property(tries = TRIES, seed = "5")
  void everyPayoutHasItsOwnIdAndAWellFormedAmount(
      @ForAll("cohorts") List<Contribution> cohort, @ForAll("policies") RewardPolicy policy) {
    List<Payout> payouts = decide(policy, cohort);

    assertThat(payouts).extracting(Payout::payoutId).doesNotHaveDuplicates();
    assertThat(payouts).allMatch(p -> BaseUnits.isWellFormed(p.granted().toString()));
  }

  @Provide
  Arbitrary<List<Contribution>> cohorts() {
    Arbitrary<Set<String>> windows =
        Arbitraries.of("3m", "12m", "24m").set().ofMaxSize(3).map(LinkedHashSet::new);
    Arbitrary<String> contributors =
        Arbitraries.of("surgeon-aaaaaa", "surgeon-bbbbbb", "nurse-cccccc");
    return Combinators.combine(windows, contributors)
        .as((filled, who) -> Map.entry(who, filled))
        .list()
        .ofMaxSize(30)
        .map(CycleDecisionsPropertyTest::numbered);
  }

  @Provide
  Arbitrary<RewardPolicy> policies() {
    Arbitrary<BaseUnits> amounts =
        Arbitraries.bigIntegers()
            .between(BigInteger.ZERO, BigInteger.TEN.pow(20))
            .map(BaseUnits::new);
    Arbitrary<BaseUnits> caps =
        Arbitraries.bigIntegers()
            .between(BigInteger.ZERO, BigInteger.TEN.pow(21))
            .map(BaseUnits::new)
            .injectNull(0.4);
    return Combinators.combine(
            amounts, amounts, amounts, caps, caps, Arbitraries.integers().between(1, 9))
        .as(
            (baseline, early, late, mine, all, version) ->
                new RewardPolicy(
                    "example-contributions",
                    version,
                    null,
                    Examples.SPINE,
                    Map.of(CAMPAIGN, tariffs(baseline, early, late, new Caps(mine, null, all)))));
  }

  private static CampaignTariffs tariffs(
      BaseUnits baseline, BaseUnits early, BaseUnits late, Caps caps) {
    return new CampaignTariffs(
        new Tariff(PayoutKind.CASE_BASELINE, baseline),
        new TreeMap<>(
            Map.of(
                "3m", new Tariff(PayoutKind.FOLLOW_UP_3M, early),
                "12m", new Tariff(PayoutKind.FOLLOW_UP_12M, late))),
        caps,
        Safeguards.NONE);
  }

  private static List<Contribution> numbered(List<Map.Entry<String, Set<String>>> cases) {
    List<Contribution> cohort = new ArrayList<>();
    for (Map.Entry<String, Set<String>> entry : cases) {
      cohort.add(
          Examples.contribution(
              cohort.size() + 1L, entry.getKey(), entry.getValue().toArray(String[]::new)));
    }
    return cohort;
  }

  private static List<Payout> decide(RewardPolicy policy, List<Contribution> cohort) {
    return pay(Deciding.under(policy), policy, cohort);
  }

  /** The policy is the first version, whatever its number. */
  private static List<Payout> pay(
      Deciding deciding, RewardPolicy policy, List<Contribution> cohort) {
    deciding.now(RewardPolicies.of(List.of(policy)));
    return Deciding.payouts(deciding.outcome(CAMPAIGN, Deciding.CERTIFIED, cohort).granted());
  }

  private static BigInteger granted(List<Payout> payouts) {
    return payouts.stream().map(p -> p.granted().value()).reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static Map<String, BigInteger> perBeneficiary(List<Payout> payouts) {
    Map<String, BigInteger> sums = new HashMap<>();
    payouts.forEach(p -> sums.merge(p.beneficiaryId(), p.granted().value(), BigInteger::add));
    return sums;
  }

  private static BigInteger sums(List<Payout> payouts, Function<Payout, String> group) {
    return payouts.stream().collect(Collectors.groupingBy(group)).values().stream()
        .map(CycleDecisionsPropertyTest::granted)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }
}
