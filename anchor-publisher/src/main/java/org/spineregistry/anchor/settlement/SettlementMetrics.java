package org.spineregistry.anchor.settlement;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.spineregistry.anchor.protocol.IntentBook;
import org.spineregistry.anchor.protocol.IntentBook.Filter;
import org.spineregistry.event.IntentState;

/** What operators watch. Nothing while settlement is off: the gauges are there and zero. */
final class SettlementMetrics {
  private static final double MILLIS = 1e3;

  private final Counter attempts;
  private final Counter resent;
  private final Counter settled;

  /**
   * @param waiting how many beneficiaries are owed something and cannot be paid
   * @param hindered whether something keeps all of them from being paid
   */
  SettlementMetrics(
      MeterRegistry registry,
      IntentBook<Batch> book,
      Supplier<Number> waiting,
      Supplier<Boolean> hindered,
      Clock clock) {
    attempts = counter(registry, "attempts", "Transactions signed");
    resent = counter(registry, "resent", "Times that the same bytes were sent again");
    settled = counter(registry, "settled", "Payouts paid and reported");
    gauge(registry, "pending", "Open batches", () -> book.count(Filter.OPEN));
    gauge(
        registry,
        "stuck",
        "Open batches that are older than expected",
        () -> book.count(Filter.STUCK));
    gauge(registry, "failed", "Batches that failed and wait for a decision", () -> failed(book));
    gauge(registry, "oldest.seconds", "Age of the oldest open batch", () -> oldest(book, clock));
    gauge(registry, "waiting", "Beneficiaries who are owed something and cannot be paid", waiting);
    gauge(
        registry,
        "hindered",
        "1 when something keeps payouts from being paid",
        () -> hindered.get() ? 1 : 0);
  }

  private static Counter counter(MeterRegistry registry, String name, String about) {
    return Counter.builder("spine.settlement." + name).description(about).register(registry);
  }

  private static void gauge(
      MeterRegistry registry, String name, String about, Supplier<Number> value) {
    Gauge.builder("spine.settlement." + name, value).description(about).register(registry);
  }

  private static long failed(IntentBook<Batch> book) {
    return book.page(Filter.FAILED, null, Integer.MAX_VALUE).stream()
        .filter(entry -> !entry.tracked().intent().getReleased())
        .count();
  }

  private static double oldest(IntentBook<Batch> book, Clock clock) {
    return book.open(IntentState.SIGNED).stream()
        .mapToDouble(batch -> Duration.between(batch.since(), clock.instant()).toMillis() / MILLIS)
        .max()
        .orElse(0);
  }

  void attempts(int transactions) {
    attempts.increment(transactions);
  }

  void resent(int transactions) {
    resent.increment(transactions);
  }

  void settled(Batch batch) {
    settled.increment(batch.payments().stream().mapToInt(p -> p.shares().size()).sum());
  }
}
