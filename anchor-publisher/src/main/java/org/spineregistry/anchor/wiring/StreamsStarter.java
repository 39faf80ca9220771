package org.spineregistry.anchor.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.Topology;
import org.spineregistry.anchor.publish.AnchorPublisher;
import org.spineregistry.service.config.KafkaClients;
import org.spineregistry.service.failure.DeadLetters;
import org.spineregistry.service.streams.StreamsProperties;
import org.spineregistry.service.streams.StreamsService;
import org.spineregistry.service.streams.StreamsSettings;

/**
 * Starts the topologies of this service, when the topics have been checked and the publisher knows
 * that its endpoints are of the right cluster: a service that must not run leaves no stream behind.
 */
@Singleton
final class StreamsStarter {
  private final KafkaClients clients;
  private final StreamsSettings settings;
  private final DeadLetters letters;
  private final MeterRegistry metrics;

  StreamsStarter(
      KafkaClients clients,
      StreamsSettings settings,
      DeadLetters letters,
      MeterRegistry metrics,
      CheckedContract contract,
      AnchorPublisher publisher) {
    this.clients = clients;
    this.settings = settings;
    this.letters = letters;
    this.metrics = metrics;
  }

  StreamsService start(String application, Topology topology) {
    return start(application, topology, UnaryOperator.identity());
  }

  /**
   * @param tuned what the application needs besides
   */
  StreamsService start(String application, Topology topology, UnaryOperator<Properties> tuned) {
    StreamsService service =
        new StreamsService(
            application,
            topology,
            tuned.apply(StreamsProperties.of(application, clients, settings, letters)),
            settings,
            metrics);
    service.start();
    return service;
  }
}
