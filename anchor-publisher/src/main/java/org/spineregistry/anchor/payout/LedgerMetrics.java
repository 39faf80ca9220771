package org.spineregistry.anchor.payout;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.spineregistry.service.streams.StoreQueries;

/**
 * Shows whether the ledger balances and what waits. Looked at when somebody scrapes, and what reads
 * the whole ledger not more often than once a minute.
 */
public final class LedgerMetrics {
  private static final Duration COSTLY = Duration.ofMinutes(1);

  /**
   * @param views of the ledger; while they are restored the gauges have no value
   */
  public LedgerMetrics(RewardViews views, MeterRegistry registry) {
    gauge(
        registry,
        "spine.reward.imbalance",
        "Base units by which balances differ from what the payouts add up to; must be 0",
        new Figure(() -> views.imbalance().doubleValue(), COSTLY));
    gauge(
        registry,
        "spine.reward.parked",
        "Reports of the payer that belong to no payout that is owed",
        new Figure(views::parked, COSTLY));
    gauge(
        registry,
        "spine.reward.unpriced",
        "Events whose payouts wait for a price of the token",
        new Figure(views::unpriced, Duration.ofSeconds(10)));
  }

  private static void gauge(
      MeterRegistry registry, String name, String description, Figure figure) {
    Gauge.builder(name, figure, Figure::get)
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  /** A figure that stays fresh for a time. */
  private static final class Figure {
    private final DoubleSupplier source;
    private final long freshNanos;
    private double value = Double.NaN;
    private long readAt;

    Figure(DoubleSupplier source, Duration fresh) {
      this.source = source;
      this.freshNanos = fresh.toNanos();
    }

    synchronized double get() {
      if (Double.isNaN(value) || System.nanoTime() - readAt > freshNanos) {
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
