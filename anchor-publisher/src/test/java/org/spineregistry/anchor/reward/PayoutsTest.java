package org.spineregistry.anchor.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.spineregistry.anchor.reward.Examples.CAMPAIGN;
import static org.spineregistry.anchor.reward.Examples.caseId;
import static org.spineregistry.anchor.reward.Examples.contribution;
import static org.spineregistry.anchor.reward.Examples.decide;
import static org.spineregistry.anchor.reward.Examples.policy;
import static org.spineregistry.anchor.reward.Examples.units;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.spineregistry.event.PayoutKind;

class PayoutsTest {

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
            9, "0b0e6c3a-5d0e-4c1c-9c5e-1f6f2a7d9b10", "contributor-k7q2m4", Set.of("3m", "12m"));

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
            Caps.NONE);
    RewardPolicy policy =
        new RewardPolicy("p", 1, null, Examples.SPINE, Map.of("periodontal", tariffs));

    List<Payout> payouts =
        Payouts.decide(
            policy,
            "periodontal",
            List.of(contribution(1, "c", "visit5", "delivery")),
            subject -> false);

    assertThat(payouts)
        .extracting(Payout::subjectId)
        .containsExactly(caseId(1) + "/baseline", caseId(1) + "/delivery", caseId(1) + "/visit5");
  }

  @Test
  void paysNothingThatWasPaidBefore() {
    Set<String> paid = Set.of(caseId(1) + "/baseline", caseId(1) + "/3m");

    List<Payout> payouts =
        Payouts.decide(
            policy(1, Caps.NONE),
            CAMPAIGN,
            List.of(contribution(1, "contributor-a", "3m", "12m")),
            paid::contains);

    assertThat(payouts).extracting(Payout::subjectId).containsExactly(caseId(1) + "/12m");
  }

  @Test
  void aCorrectedContributorIsNotPaidForWhatAnotherWasPaid() {
    List<Payout> payouts =
        Payouts.decide(
            policy(2, Caps.NONE),
            CAMPAIGN,
            List.of(contribution(1, "contributor-other")),
            Set.of(caseId(1) + "/baseline")::contains);

    assertThat(payouts).isEmpty();
  }

  @Test
  void whatWasPaidBeforeUsesUpNoCap() {
    List<Payout> payouts =
        Payouts.decide(
            policy(1, new Caps(null, units(100))),
            CAMPAIGN,
            List.of(contribution(1, "a"), contribution(2, "a")),
            Set.of(caseId(1) + "/baseline")::contains);

    assertThat(payouts).extracting(Payout::granted).containsExactly(units(100));
  }

  @Test
  void cutsInCanonicalOrderWhatExceedsTheCapOfABeneficiary() {
    List<Payout> payouts =
        decide(
            new Caps(units(210), null),
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
        decide(new Caps(null, units(250)), contribution(1, "a", "3m"), contribution(2, "b", "3m"));

    assertThat(payouts)
        .extracting(p -> p.granted().toString())
        .containsExactly("100", "100", "30", "20");
    assertThat(payouts.get(3).cut()).isEqualTo(units(10));
  }

  @Test
  void theTighterCapDecides() {
    List<Payout> payouts =
        decide(new Caps(units(70), units(110)), contribution(1, "a"), contribution(2, "b"));

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
    assertThat(
            Payouts.decide(
                policy(1, Caps.NONE), "unheard-of", List.of(contribution(1, "a")), s -> false))
        .isEmpty();
  }

  @Test
  void aTariffOfZeroIsPublished() {
    CampaignTariffs tariffs =
        new CampaignTariffs(
            Examples.tariff(PayoutKind.CASE_BASELINE, 0), new TreeMap<>(), Caps.NONE);
    RewardPolicy policy = new RewardPolicy("p", 1, null, Examples.SPINE, Map.of(CAMPAIGN, tariffs));

    assertThat(Payouts.decide(policy, CAMPAIGN, List.of(contribution(1, "a")), s -> false))
        .extracting(Payout::granted, Payout::capped)
        .containsExactly(tuple(BaseUnits.ZERO, false));
  }
}
