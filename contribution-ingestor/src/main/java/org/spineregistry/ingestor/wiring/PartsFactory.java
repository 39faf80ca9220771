package org.spineregistry.ingestor.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.spineregistry.ingestor.IntakeMetrics;
import org.spineregistry.ingestor.check.IntakeChecks;
import org.spineregistry.schemas.dictionary.Campaigns;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.failure.DeadLetters;

/** The parts that both ways in share. */
@Factory
final class PartsFactory {
  static final String SERVICE = "contribution-ingestor";

  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Singleton
  Campaigns campaigns() {
    return Campaigns.fromClasspath();
  }

  @Singleton
  IntakeChecks checks(Campaigns campaigns, Clock clock) {
    return new IntakeChecks(campaigns, clock);
  }

  @Singleton
  IntakeMetrics metrics(MeterRegistry registry) {
    return new IntakeMetrics(registry);
  }

  @Singleton
  EventStamp stamp() {
    return new EventStamp(SERVICE);
  }

  @Singleton
  DeadLetters deadLetters(TopicNames names, SpineSerdes serdes) {
    return new DeadLetters(SERVICE, names, serdes);
  }
}
