package org.spineregistry.anchor.reward.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.anchor.reward.Examples.contribution;
import static org.spineregistry.anchor.reward.Examples.units;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spineregistry.anchor.reward.CampaignTariffs;
import org.spineregistry.anchor.reward.Caps;
import org.spineregistry.anchor.reward.Contribution;
import org.spineregistry.anchor.reward.Examples;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.Safeguards;

class SharesTest {

  /** 1000 over the weights 100, 30, 100: 434.78, 130.43, 434.78. */
  @Test
  void aPoolIsSplitInProportionToTheTariffsToTheLastUnit() {
    assertThat(granted(1000, Caps.NONE, contribution(1, "b", "3m"), contribution(2, "a")))
        .containsExactly("b 435", "a 435", "b 130");
  }

  @Test
  void ofEqualRemaindersTheBeneficiaryThatSortsFirstGetsTheUnit() {
    assertThat(granted(101, Caps.NONE, contribution(1, "b"), contribution(2, "a")))
        .containsExactly("b 50", "a 51");
  }

  @Test
  void aCapCutsAPartLikeAnyAmount() {
    assertThat(
            granted(101, Examples.perBeneficiary(20), contribution(1, "b"), contribution(2, "a")))
        .containsExactly("b 20", "a 20");
  }

  @Test
  void aPoolWithoutAnybodyToPayStaysWhereItIs() {
    assertThat(granted(101, Caps.NONE)).isEmpty();
  }

  private static List<String> granted(long pool, Caps caps, Contribution... contributions) {
    CampaignTariffs plain = Examples.tariffs(caps, Safeguards.NONE);
    CampaignTariffs tariffs =
        new CampaignTariffs(
            plain.baseline(), plain.windows(), null, units(pool), caps, Safeguards.NONE);
    RewardPolicy policy =
        new RewardPolicy("p", 1, null, Examples.SPINE, Map.of(Examples.CAMPAIGN, tariffs));
    return Deciding.payouts(Deciding.under(policy).cycle(contributions)).stream()
        .map(payout -> payout.beneficiaryId() + " " + payout.granted())
        .toList();
  }
}
