package org.spineregistry.anchor.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.spineregistry.anchor.cluster.FeePayer;
import org.spineregistry.anchor.protocol.IntentBook;
import org.spineregistry.event.IntentState;

/** What operators watch. */
final class AnchorMetrics {
  private final Timer seconds;
  private final Counter attempts;
  private final Counter cost;
  private final Counter resent;
  private final Clock clock;

  AnchorMetrics(MeterRegistry registry, IntentBook<Tracked> book, FeePayer payer, Clock clock) {
    this.clock = clock;
    seconds =
        Timer.builder("spine.anchor")
            .description("From taking up a certificate to its anchor")
            .register(registry);
    attempts =
        Counter.builder("spine.anchor.attempts")
            .description("Transactions signed")
            .register(registry);
    cost =
        Counter.builder("spine.anchor.cost.lamports")
            .description("Lamports of transactions signed: fees, and rent of markers")
            .register(registry);
    resent =
        Counter.builder("spine.anchor.resent")
            .description("Times that the same bytes were sent again")
            .register(registry);
    for (IntentState state : new IntentState[] {IntentState.QUEUED, IntentState.SIGNED}) {
      Gauge.builder("spine.anchor.pending", () -> book.open(state).size())
          .tag("state", state.name().toLowerCase(Locale.ROOT))
          .description("Open anchors")
          .register(registry);
    }
    gauge(registry, book, IntentBook.Filter.STUCK, "Open anchors that are older than expected");
    gauge(registry, book, IntentBook.Filter.FAILED, "Anchors that failed on chain");
    Gauge.builder("spine.anchor.fee.payer.lamports", () -> lamports(payer.balance()))
        .description("Lamports of the account that pays for anchors")
        .register(registry);
  }

  private static void gauge(
      MeterRegistry registry, IntentBook<Tracked> book, IntentBook.Filter filter, String about) {
    String name = "spine.anchor." + filter.name().toLowerCase(Locale.ROOT);
    Gauge.builder(name, () -> book.count(filter)).description(about).register(registry);
  }

  private static double lamports(BigInteger balance) {
    return balance == null ? Double.NaN : balance.doubleValue();
  }

  /**
   * @param lamports that it costs if it lands
   */
  void attempt(long lamports) {
    attempts.increment();
    cost.increment(lamports);
  }

  void resent(int transactions) {
    resent.increment(transactions);
  }

  void finished(IntentBook.Entry<Tracked> entry) {
    seconds.record(Duration.between(entry.openSince(), clock.instant()));
  }
}
