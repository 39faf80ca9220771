package org.spineregistry.certification.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.spineregistry.certification.query.Views;
import org.spineregistry.service.streams.StoreQueries;

/** Reads the views from time to time; a scrape must not wait for a store. */
@Singleton
final class MetricsRefresh {
  /** Cycles grow with the logarithm of a registry; beyond this many the oldest ids are shown. */
  private static final int MOST = 10_000;

  private final Views views;
  private final CertificationGauges gauges;
  private final Clock clock = Clock.systemUTC();

  MetricsRefresh(Views views, MeterRegistry registry) {
    this.views = views;
    this.gauges = new CertificationGauges(registry);
  }

  @Scheduled(initialDelay = "2s", fixedDelay = "10s")
  void refresh() {
    try {
      gauges.show(views.sizes(), views.cycles(null, MOST, row -> true), clock.instant());
    } catch (StoreQueries.NotReady e) {
      return; // what was shown last stays until the views can be read again
    }
  }
}
