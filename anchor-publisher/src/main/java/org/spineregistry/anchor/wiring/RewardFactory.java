package org.spineregistry.anchor.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.spineregistry.anchor.payout.LedgerMetrics;
import org.spineregistry.anchor.payout.LedgerTopology;
import org.spineregistry.anchor.payout.RewardSettings;
import org.spineregistry.anchor.payout.RewardTopology;
import org.spineregistry.anchor.payout.RewardViewTopology;
import org.spineregistry.anchor.payout.RewardViews;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.artifact.ArtifactStore;
import org.spineregistry.service.config.KafkaClients;
import org.spineregistry.service.failure.DeadLetters;
import org.spineregistry.service.streams.StreamsProperties;
import org.spineregistry.service.streams.StreamsService;
import org.spineregistry.service.streams.StreamsSettings;

/** Starts the reward decisions when the contract has been checked. */
@Factory
final class RewardFactory {
  private static final String SERVICE = "anchor-publisher";
  private static final String APPLICATION = "anchor-rewards";

  @Singleton
  EventStamp stamp() {
    return new EventStamp(SERVICE);
  }

  @Singleton
  DeadLetters deadLetters(TopicNames names, SpineSerdes serdes) {
    return new DeadLetters(SERVICE, names, serdes);
  }

  /** Read at the start, so that a policy that is wrong keeps the service from starting. */
  @Context
  RewardPolicies policies(RewardSettings settings) {
    return settings.policies();
  }

  /** The decisions and the view of them, in one application. */
  static Topology topology(
      TopicNames names,
      SpineSerdes serdes,
      RewardPolicies policies,
      ArtifactStore artifacts,
      DeadLetters letters,
      EventStamp stamp) {
    StreamsBuilder builder = new StreamsBuilder();
    new RewardTopology(names, serdes, policies, artifacts, letters, stamp).addTo(builder);
    new RewardViewTopology(names, serdes).addTo(builder);
    new LedgerTopology(names, serdes).addTo(builder);
    return builder.build();
  }

  @Context
  @Named(APPLICATION)
  @Bean(preDestroy = "close")
  StreamsService streams(
      TopicNames names,
      SpineSerdes serdes,
      RewardPolicies policies,
      ArtifactStore artifacts,
      EventStamp stamp,
      KafkaClients clients,
      StreamsSettings settings,
      DeadLetters letters,
      MeterRegistry metrics,
      CheckedContract contract) {
    StreamsService service =
        new StreamsService(
            APPLICATION,
            topology(names, serdes, policies, artifacts, letters, stamp),
            StreamsProperties.of(APPLICATION, clients, settings, letters),
            settings,
            metrics);
    service.start();
    return service;
  }

  @Singleton
  RewardViews views(@Named(APPLICATION) StreamsService service) {
    return new RewardViews(service.streams());
  }

  @Context
  LedgerMetrics ledgerMetrics(RewardViews views, MeterRegistry metrics) {
    return new LedgerMetrics(views, metrics);
  }
}
