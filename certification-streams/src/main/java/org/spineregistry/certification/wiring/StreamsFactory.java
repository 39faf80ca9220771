package org.spineregistry.certification.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Properties;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.spineregistry.certification.cycle.CycleStatusTopology;
import org.spineregistry.certification.query.ViewTopology;
import org.spineregistry.certification.query.Views;
import org.spineregistry.certification.registry.RegistryTopology;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.schemas.topic.Topics;
import org.spineregistry.service.config.KafkaClients;
import org.spineregistry.service.failure.DeadLetters;
import org.spineregistry.service.start.ContractCheck;
import org.spineregistry.service.streams.StreamsProperties;
import org.spineregistry.service.streams.StreamsService;
import org.spineregistry.service.streams.StreamsSettings;

/** Puts the topologies of the service into one application. */
@Factory
final class StreamsFactory {
  private static final String SERVICE = "certification-streams";

  @Singleton
  EventStamp stamp() {
    return new EventStamp(SERVICE);
  }

  @Singleton
  DeadLetters deadLetters(TopicNames names, SpineSerdes serdes) {
    return new DeadLetters(SERVICE, names, serdes);
  }

  /** The three topologies, optimised so that a topic that two of them read is read once. */
  static Topology topology(
      TopicNames names, SpineSerdes serdes, EventStamp stamp, Properties properties) {
    StreamsBuilder builder = new StreamsBuilder();
    new RegistryTopology(names, serdes, stamp).addTo(builder);
    new CycleStatusTopology(names, serdes, stamp).addTo(builder);
    new ViewTopology(names, serdes).addTo(builder);
    return builder.build(properties);
  }

  static Properties properties(
      KafkaClients clients, StreamsSettings settings, DeadLetters letters) {
    Properties properties = StreamsProperties.of(SERVICE, clients, settings, letters);
    properties.put(
        StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.MERGE_REPARTITION_TOPICS);
    // nothing here depends on the order between topics, and waiting for it costs a fifth of the
    // time
    properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
    return properties;
  }

  @Context
  @Bean(preDestroy = "close")
  StreamsService streams(
      TopicNames names,
      SpineSerdes serdes,
      EventStamp stamp,
      KafkaClients clients,
      StreamsSettings settings,
      DeadLetters letters,
      MeterRegistry metrics,
      ContractCheck contract)
      throws InterruptedException {
    contract.require(Topics.ALL);
    Properties properties = properties(clients, settings, letters);
    StreamsService service =
        new StreamsService(
            SERVICE, topology(names, serdes, stamp, properties), properties, settings, metrics);
    service.start();
    return service;
  }

  @Singleton
  Views views(StreamsService service) {
    return new Views(service.streams());
  }
}
