package org.spineregistry.anchor.payout;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import org.spineregistry.service.streams.StoreQueries;

/**
 * Shows whether the ledger balances and what waits. Looked at when somebody scrapes, and not more
 * often than once a minute: it reads the whole ledger.
 */
public final class LedgerMetrics {
  private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();

  /**
   * @param views of the ledger; while they are restored the gauges have no value
   */
  public LedgerMetrics(RewardViews views, MeterRegistry registry) {
    gauge(
        registry,
        views,
        "spine.reward.imbalance",
        "Base units by which balances differ from what the payouts add up to; must be 0",
        v -> v.imbalance().doubleValue());
    gauge(
        registry,
        views,
        "spine.reward.parked",
        "Reports of the payer that belong to no payout that is owed",
        v -> v.parked());
    gauge(
        registry,
        views,
        "spine.reward.unpriced",
        "Events whose payouts wait for a price of the token",
        v -> v.unpriced());
  }

  private static void gauge(
      MeterRegistry registry,
      RewardViews views,
      String name,
      String description,
      ToDoubleFunction<RewardViews> value) {
    Fresh figure = new Fresh(() -> value.applyAsDouble(views));
    Gauge.builder(name, figure, Fresh::get)
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  /** A figure that is costly to find. */
  private static final class Fresh {
    private final DoubleSupplier source;
    private double value = Double.NaN;
    private long readAt;

    Fresh(DoubleSupplier source) {
      this.source = source;
    }

    synchronized double get() {
      if (Double.isNaN(value) || System.nanoTime() - readAt > FRESH_NANOS) {
        try {
          value = source.getAsDouble();
          readAt = System.nanoTime();
        } catch (StoreQueries.NotReady e) {
          value = Double.NaN;
        }
      }
      return value;
    }
  }
}
