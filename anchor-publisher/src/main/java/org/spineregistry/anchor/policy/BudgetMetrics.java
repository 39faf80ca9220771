package org.spineregistry.anchor.policy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import org.spineregistry.anchor.payout.RewardViews;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.anchor.reward.CampaignTariffs;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.Safeguards;
import org.spineregistry.service.streams.StoreQueries;

/** Shows how much of each campaign's budget is left: 1 is all, 0 is nothing. */
public final class BudgetMetrics {

  /**
   * @param views of the decisions; while they are restored the gauges have no value
   */
  public BudgetMetrics(RewardViews views, RewardPolicies policies, MeterRegistry registry) {
    for (String campaignId : policies.campaigns()) {
      Gauge.builder(
              "spine.reward.budget.left", () -> left(views, policies.at(Instant.now()), campaignId))
          .description(
              "Share of a campaign's budget that no payout uses; no value without a budget")
          .tag("campaign", campaignId)
          .register(registry);
    }
  }

  private static Double left(RewardViews views, RewardPolicy policy, String campaignId) {
    BaseUnits budget =
        policy
            .campaign(campaignId)
            .map(CampaignTariffs::safeguards)
            .map(Safeguards::budget)
            .orElse(null);
    if (budget == null || budget.value().signum() == 0) {
      return Double.NaN;
    }
    try {
      BigDecimal used = new BigDecimal(views.used(campaignId).value());
      return 1 - used.divide(new BigDecimal(budget.value()), MathContext.DECIMAL64).doubleValue();
    } catch (StoreQueries.NotReady e) {
      return Double.NaN;
    }
  }
}
