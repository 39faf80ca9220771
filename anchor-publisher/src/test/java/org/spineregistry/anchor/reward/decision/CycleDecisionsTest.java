package org.spineregistry.anchor.reward.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.spineregistry.anchor.reward.Examples.CAMPAIGN;
import static org.spineregistry.anchor.reward.Examples.caseId;
import static org.spineregistry.anchor.reward.Examples.contribution;
import static org.spineregistry.anchor.reward.Examples.perBeneficiary;
import static org.spineregistry.anchor.reward.Examples.perCycle;
import static org.spineregistry.anchor.reward.Examples.policy;
import static org.spineregistry.anchor.reward.Examples.units;
import static org.spineregistry.anchor.reward.decision.Deciding.payouts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.anchor.reward.CampaignTariffs;
import org.spineregistry.anchor.reward.Caps;
import org.spineregistry.anchor.reward.Contribution;
import org.spineregistry.anchor.reward.Examples;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.Safeguards;
import org.spineregistry.event.PayoutKind;

class CycleDecisionsTest {

  @Test
  void paysTheBaselineAndEachFilledWindowOfACase() {
    List<Payout> payouts = decide(Caps.NONE, contribution(1, "contributor-a", "3m", "12m"));

    assertThat(payouts)
        .extracting(Payout::kind, Payout::subjectId, p -> p.granted().toString())
        .containsExactly(
            tuple(PayoutKind.CASE_BASELINE, caseId(1) + "/baseline", "100"),
            tuple(PayoutKind.FOLLOW_UP_3M, caseId(1) + "/3m", "30"),
            tuple(PayoutKind.FOLLOW_UP_12M, caseId(1) + "/12m", "80"));
    assertThat(payouts).extracting(Payout::beneficiaryId).containsOnly("contributor-a");
  }

  /** Expected ids from Python: uuid.uuid5 in the namespace urn:spine-registry:payouts. */
  @Test
  void namesEachPayoutByWhatItPaysFor() {
    Contribution contribution =
        new Contribution(
            9,
            "0b0e6c3a-5d0e-4c1c-9c5e-1f6f2a7d9b10",
            "contributor-k7q2m4",
            1,
            Set.of("3m", "12m"));

    assertThat(decide(Caps.NONE, contribution))
        .extracting(Payout::payoutId)
        .containsExactly(
            "60292263-3b4b-5f92-8512-ea0c257e0661",
            "4ce19c2b-c19b-504e-a923-4e6c02544ef1",
            "b96c1eb8-6367-59d6-aac4-53ded674152f");
  }

  @Test
  void ordersByKindThenOrdinalWhateverTheOrderOfTheFile() {
    List<Payout> payouts =
        decide(
            Caps.NONE,
            contribution(3, "contributor-c", "3m"),
            contribution(1, "contributor-a", "12m"),
            contribution(2, "contributor-b", "3m"));

    assertThat(payouts)
        .extracting(Payout::subjectId)
        .containsExactly(
            caseId(1) + "/baseline",
            caseId(2) + "/baseline",
            caseId(3) + "/baseline",
            caseId(2) + "/3m",
            caseId(3) + "/3m",
            caseId(1) + "/12m");
  }

  @Test
  void ordersWindowsOfOneKindAndCaseByName() {
    CampaignTariffs tariffs =
        new CampaignTariffs(
            Examples.tariff(PayoutKind.CASE_BASELINE, 1),
            new TreeMap<>(
                Map.of(
                    "visit5", Examples.tariff(PayoutKind.FOLLOW_UP_OTHER, 2),
                    "delivery", Examples.tariff(PayoutKind.FOLLOW_UP_OTHER, 3))),
            Caps.NONE,
            Safeguards.NONE);
    RewardPolicy policy =
        new RewardPolicy("p", 1, null, Examples.SPINE, Map.of("periodontal", tariffs));

    List<Payout> payouts =
        decide(policy, "periodontal", contribution(1, "c", "visit5", "delivery"));

    assertThat(payouts)
        .extracting(Payout::subjectId)
        .containsExactly(caseId(1) + "/baseline", caseId(1) + "/delivery", caseId(1) + "/visit5");
  }

  @Test
  void paysNothingThatWasPaidBefore() {
    Deciding deciding = Deciding.under(policy(1, Caps.NONE));
    deciding.cycle(contribution(1, "contributor-a", "3m"));

    List<Decision> next = deciding.cycle(contribution(1, "contributor-a", "3m", "12m"));

    assertThat(payouts(next)).extracting(Payout::subjectId).containsExactly(caseId(1) + "/12m");
  }

  @Test
  void aCorrectedContributorIsNotPaidForWhatAnotherWasPaid() {
    Deciding deciding = Deciding.under(policy(1, Caps.NONE));
    deciding.cycle(contribution(1, "contributor-a"));

    assertThat(deciding.cycle(contribution(1, "contributor-other"))).isEmpty();
  }

  @Test
  void whatWasPaidBeforeUsesUpNoCapOfACycle() {
    Deciding deciding = Deciding.under(policy(1, perCycle(100)));
    deciding.cycle(contribution(1, "a"));

    List<Decision> next = deciding.cycle(contribution(1, "a"), contribution(2, "a"));

    assertThat(payouts(next)).extracting(Payout::granted).containsExactly(units(100));
  }

  @Test
  void theCapOfADayHoldsForAllItsCycles() {
    Deciding deciding = Deciding.under(policy(1, new Caps(null, units(250), null)));
    Instant evening = Instant.parse("2026-05-01T23:59:59Z");
    deciding.outcome(evening.minusSeconds(3600), contribution(1, "a"), contribution(2, "b"));

    var second = deciding.outcome(evening, contribution(3, "a"), contribution(4, "a"));
    var nextDay = deciding.outcome(evening.plusSeconds(1), contribution(5, "a"));

    assertThat(payouts(second.granted()))
        .extracting(Payout::granted)
        .containsExactly(units(100), units(50));
    assertThat(payouts(nextDay.granted())).extracting(Payout::granted).containsExactly(units(100));
  }

  @Test
  void cutsInCanonicalOrderWhatExceedsTheCapOfABeneficiary() {
    List<Payout> payouts =
        decide(
            perBeneficiary(210),
            contribution(1, "a", "3m", "12m"),
            contribution(2, "b", "3m"),
            contribution(3, "a", "3m"));

    assertThat(payouts)
        .extracting(Payout::subjectId, p -> p.granted().toString(), Payout::capped)
        .containsExactly(
            tuple(caseId(1) + "/baseline", "100", false),
            tuple(caseId(2) + "/baseline", "100", false),
            tuple(caseId(3) + "/baseline", "100", false),
            tuple(caseId(1) + "/3m", "10", true),
            tuple(caseId(2) + "/3m", "30", false),
            tuple(caseId(3) + "/3m", "0", true),
            tuple(caseId(1) + "/12m", "0", true));
  }

  @Test
  void cutsWhatExceedsTheCapOfTheCycle() {
    List<Payout> payouts =
        decide(perCycle(250), contribution(1, "a", "3m"), contribution(2, "b", "3m"));

    assertThat(payouts)
        .extracting(p -> p.granted().toString())
        .containsExactly("100", "100", "30", "20");
    assertThat(payouts.get(3).cut()).isEqualTo(units(10));
  }

  @Test
  void theTighterCapDecides() {
    List<Payout> payouts =
        decide(new Caps(units(70), null, units(110)), contribution(1, "a"), contribution(2, "b"));

    assertThat(payouts).extracting(p -> p.granted().toString()).containsExactly("70", "40");
  }

  @Test
  void aWindowWithoutATariffEarnsNothing() {
    assertThat(decide(Caps.NONE, contribution(1, "a", "6m")))
        .extracting(Payout::kind)
        .containsExactly(PayoutKind.CASE_BASELINE);
  }

  @Test
  void aCampaignWithoutTariffsEarnsNothing() {
    assertThat(decide(policy(1, Caps.NONE), "unheard-of", contribution(1, "a"))).isEmpty();
  }

  @Test
  void aTariffOfZeroIsPublished() {
    CampaignTariffs tariffs =
        new CampaignTariffs(
            Examples.tariff(PayoutKind.CASE_BASELINE, 0),
            new TreeMap<>(),
            Caps.NONE,
            Safeguards.NONE);
    RewardPolicy policy = new RewardPolicy("p", 1, null, Examples.SPINE, Map.of(CAMPAIGN, tariffs));

    assertThat(decide(policy, CAMPAIGN, contribution(1, "a")))
        .extracting(Payout::granted, Payout::capped)
        .containsExactly(tuple(BaseUnits.ZERO, false));
  }

  private static List<Payout> decide(Caps caps, Contribution... contributions) {
    return decide(policy(1, caps), CAMPAIGN, contributions);
  }

  private static List<Payout> decide(
      RewardPolicy policy, String campaignId, Contribution... contributions) {
    return payouts(
        Deciding.under(policy)
            .outcome(campaignId, Deciding.CERTIFIED, List.of(contributions))
            .granted());
  }
}
