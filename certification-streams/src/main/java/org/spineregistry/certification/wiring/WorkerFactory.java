package org.spineregistry.certification.wiring;

import static org.spineregistry.schemas.topic.Topics.CERTIFICATION_REQUESTED;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import java.time.Clock;
import org.spineregistry.certification.query.Views;
import org.spineregistry.certification.worker.Certifier;
import org.spineregistry.certification.worker.WorkerClients;
import org.spineregistry.certification.worker.WorkerService;
import org.spineregistry.certification.worker.WorkerSettings;
import org.spineregistry.event.CertificationStatus;
import org.spineregistry.event.CycleState;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.config.KafkaClients;
import org.spineregistry.service.streams.StoreQueries;
import org.spineregistry.service.streams.StreamsService;

/** Starts the certification worker of this process, behind the topologies. */
@Factory
@Requires(property = "spine.worker.enabled", notEquals = "false")
final class WorkerFactory {
  @Context
  @Bean(preDestroy = "close")
  WorkerService worker(
      StreamsService streams, // the contract has been checked when this bean exists
      Views views,
      KafkaClients clients,
      TopicNames names,
      SpineSerdes serdes,
      EventStamp stamp,
      Certifier certifier,
      WorkerSettings settings,
      MeterRegistry metrics) {
    WorkerClients worker = new WorkerClients(clients, names, serdes, settings, metrics);
    WorkerService service =
        new WorkerService(
            worker,
            names,
            stamp,
            certifier,
            cycleId -> attempts(views, cycleId),
            settings,
            Clock.systemUTC());
    service.start(names.of(CERTIFICATION_REQUESTED));
    return service;
  }

  /** Attempts that the status row saw begin; none while the views are being restored. */
  private static int attempts(Views views, String cycleId) {
    try {
      return views.cycle(cycleId).map(WorkerFactory::begun).orElse(0);
    } catch (StoreQueries.NotReady e) {
      return 0;
    }
  }

  /** A row that waits for its next attempt names it already. */
  private static int begun(CertificationStatus row) {
    return row.getState() == CycleState.REQUESTED
        ? Math.max(0, row.getAttempt() - 1)
        : row.getAttempt();
  }
}
