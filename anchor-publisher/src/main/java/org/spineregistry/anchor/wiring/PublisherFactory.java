package org.spineregistry.anchor.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.cluster.FeePayer;
import org.spineregistry.anchor.cluster.SolanaSettings;
import org.spineregistry.anchor.cluster.WrongCluster;
import org.spineregistry.anchor.protocol.IntentBook;
import org.spineregistry.anchor.publish.AnchorPublisher;
import org.spineregistry.anchor.publish.AnchorSettings;
import org.spineregistry.anchor.publish.PublisherParts;
import org.spineregistry.anchor.publish.Tracked;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.artifact.ArtifactStore;
import org.spineregistry.service.config.KafkaClients;
import org.spineregistry.service.failure.DeadLetters;
import org.spineregistry.service.start.StartProblem;
import org.spineregistry.solana.key.Signer;

/** Starts the publisher when the contract has been checked. */
@Factory
final class PublisherFactory {
  @Singleton
  PublisherParts parts(
      KafkaClients kafka,
      TopicNames names,
      SpineSerdes serdes,
      DeadLetters letters,
      ArtifactStore artifacts,
      Cluster cluster,
      FeePayer payer,
      Signer publisher,
      SolanaSettings solana,
      AnchorSettings settings,
      MeterRegistry metrics,
      Clock clock) {
    return new PublisherParts(
        kafka,
        names,
        serdes,
        letters,
        artifacts,
        cluster,
        payer,
        publisher,
        solana.budget(),
        settings,
        metrics,
        clock);
  }

  @Singleton
  IntentBook<Tracked> book(PublisherParts parts) {
    return parts.book();
  }

  @Context
  @Bean(preDestroy = "close")
  AnchorPublisher publisher(
      PublisherParts parts, IntentBook<Tracked> book, CheckedContract contract) {
    AnchorPublisher publisher = parts.publisher(book);
    try {
      publisher.start();
    } catch (WrongCluster e) {
      throw new StartProblem(e.getMessage());
    }
    return publisher;
  }
}
