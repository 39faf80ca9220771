package org.spineregistry.anchor.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.spineregistry.anchor.payout.LedgerMetrics;
import org.spineregistry.anchor.payout.LedgerTopology;
import org.spineregistry.anchor.payout.PayoutReplay;
import org.spineregistry.anchor.payout.RewardOrderTopology;
import org.spineregistry.anchor.payout.RewardTopology;
import org.spineregistry.anchor.payout.RewardViewTopology;
import org.spineregistry.anchor.payout.RewardViews;
import org.spineregistry.anchor.policy.BudgetMetrics;
import org.spineregistry.anchor.policy.OperatorLog;
import org.spineregistry.anchor.policy.PolicyDocument;
import org.spineregistry.anchor.policy.PolicyPublication;
import org.spineregistry.anchor.policy.RewardSettings;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.artifact.ArtifactStore;
import org.spineregistry.service.config.KafkaClients;
import org.spineregistry.service.failure.DeadLetters;
import org.spineregistry.service.streams.StreamsService;

/** Starts the reward decisions when the contract has been checked. */
@Factory
final class RewardFactory {
  private static final String SERVICE = "anchor-publisher";
  private static final String APPLICATION = "anchor-rewards";
  private static final String ORDER = "anchor-reward-order";

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
  List<PolicyDocument> documents(RewardSettings settings) {
    return settings.documents();
  }

  @Singleton
  RewardPolicies policies(List<PolicyDocument> documents) {
    return RewardPolicies.of(documents.stream().map(PolicyDocument::policy).toList());
  }

  /** In an application of its own: decisions can be replayed, their order cannot be made twice. */
  static Topology order(TopicNames names, SpineSerdes serdes) {
    StreamsBuilder builder = new StreamsBuilder();
    new RewardOrderTopology(names, serdes).addTo(builder);
    return builder.build();
  }

  /** The decisions and the view of them, in one application. */
  static Topology topology(
      TopicNames names,
      SpineSerdes serdes,
      ArtifactStore artifacts,
      DeadLetters letters,
      EventStamp stamp) {
    StreamsBuilder builder = new StreamsBuilder();
    new RewardTopology(names, serdes, artifacts, letters, stamp).addTo(builder);
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
      ArtifactStore artifacts,
      EventStamp stamp,
      DeadLetters letters,
      StreamsStarter starter) {
    return starter.start(
        APPLICATION, topology(names, serdes, artifacts, letters, stamp), RewardTopology::tuned);
  }

  /** Started when the policy is published, so that it comes before the first cycle. */
  @Context
  @Named(ORDER)
  @Bean(preDestroy = "close")
  StreamsService order(
      TopicNames names,
      SpineSerdes serdes,
      List<PolicyDocument> documents,
      KafkaClients clients,
      StreamsStarter starter)
      throws InterruptedException {
    new PolicyPublication(clients, names, serdes).publish(documents);
    return starter.start(ORDER, order(names, serdes));
  }

  @Singleton
  RewardViews views(@Named(APPLICATION) StreamsService service) {
    return new RewardViews(service.streams());
  }

  @Context
  LedgerMetrics ledgerMetrics(RewardViews views, MeterRegistry metrics) {
    return new LedgerMetrics(views, metrics);
  }

  @Singleton
  @Bean(preDestroy = "close")
  OperatorLog operators(
      KafkaClients clients, TopicNames names, SpineSerdes serdes, CheckedContract contract) {
    return new OperatorLog(clients, names, serdes);
  }

  @Singleton
  PayoutReplay replay(KafkaClients clients, TopicNames names, SpineSerdes serdes) {
    return new PayoutReplay(clients, names, serdes);
  }

  @Context
  BudgetMetrics budgetMetrics(RewardViews views, RewardPolicies policies, MeterRegistry metrics) {
    return new BudgetMetrics(views, policies, metrics);
  }
}
