package org.spineregistry.anchor.payout;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** Shows whether the ledger balances. Looked at when somebody scrapes, not for every entry. */
public final class LedgerMetrics {
  /**
   * @param views of the ledger; while they are restored the gauges have no value
   */
  public LedgerMetrics(RewardViews views, MeterRegistry registry) {
    gauge(
        registry,
        views,
        "spine.reward.imbalance",
        "Base units by which accounts do not sum to zero; must be 0",
        v -> v.imbalance().doubleValue());
    gauge(
        registry,
        views,
        "spine.reward.parked",
        "Reports of the payer that belong to no payout that is owed",
        v -> v.parked());
  }

  private static void gauge(
      MeterRegistry registry,
      RewardViews views,
      String name,
      String description,
      ToDoubleFunction<RewardViews> value) {
    Gauge.builder(
            name,
            views,
            v -> {
              try {
                return value.applyAsDouble(v);
              } catch (RewardViews.NotReady e) {
                return Double.NaN;
              }
            })
        .description(description)
        .register(registry);
  }
}
