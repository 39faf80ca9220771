package org.spineregistry.ingestor.wiring;

import static org.spineregistry.schemas.topic.Topics.CASE_SUBMITTED;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import java.util.Properties;
import org.apache.kafka.streams.StreamsBuilder;
import org.spineregistry.ingestor.IntakeMetrics;
import org.spineregistry.ingestor.check.IntakeChecks;
import org.spineregistry.ingestor.intake.HomePartition;
import org.spineregistry.ingestor.intake.IntakeTopology;
import org.spineregistry.ingestor.rest.IntakeSettings;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.config.KafkaClients;
import org.spineregistry.service.failure.DeadLetters;
import org.spineregistry.service.start.ContractCheck;
import org.spineregistry.service.streams.StreamsProperties;
import org.spineregistry.service.streams.StreamsService;
import org.spineregistry.service.streams.StreamsSettings;

/** Starts the topology, once the installation has been found to be as the contract says. */
@Factory
final class StreamsFactory {
  @Context
  @Bean(preDestroy = "close")
  StreamsService streams(
      KafkaClients clients,
      StreamsSettings settings,
      IntakeSettings limits,
      TopicNames names,
      SpineSerdes serdes,
      IntakeChecks checks,
      IntakeMetrics metrics,
      EventStamp stamp,
      DeadLetters letters,
      MeterRegistry registry,
      ContractCheck contract)
      throws InterruptedException {
    contract.require(IntakeTopology.TOPICS);
    Properties properties = StreamsProperties.of(PartsFactory.SERVICE, clients, settings, letters);
    HomePartition home = HomePartition.ofDefaultPartitioner(CASE_SUBMITTED.partitions());
    StreamsBuilder builder = new StreamsBuilder();
    new IntakeTopology(names, serdes, checks, home, stamp, letters, metrics, limits.maxCaseBytes())
        .addTo(builder);
    StreamsService service =
        new StreamsService(
            PartsFactory.SERVICE, builder.build(properties), properties, settings, registry);
    service.start();
    return service;
  }
}
