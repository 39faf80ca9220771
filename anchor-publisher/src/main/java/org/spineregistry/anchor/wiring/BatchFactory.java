package org.spineregistry.anchor.wiring;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.spineregistry.anchor.batch.BatchSettings;
import org.spineregistry.anchor.batch.BatchTopology;
import org.spineregistry.anchor.batch.ReceiptProofs;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.artifact.ArtifactStore;
import org.spineregistry.service.streams.StreamsService;

/** Starts the batching of contributions when the contract has been checked. */
@Factory
final class BatchFactory {
  private static final String APPLICATION = "anchor-batches";

  static Topology topology(
      TopicNames names,
      SpineSerdes serdes,
      ArtifactStore artifacts,
      EventStamp stamp,
      BatchSettings batches) {
    StreamsBuilder builder = new StreamsBuilder();
    new BatchTopology(names, serdes, artifacts, stamp, batches).addTo(builder);
    return builder.build();
  }

  /** An application of its own: a cycle's payouts do not wait for the leaves of a busy hour. */
  @Context
  @Named(APPLICATION)
  @Bean(preDestroy = "close")
  StreamsService streams(
      TopicNames names,
      SpineSerdes serdes,
      ArtifactStore artifacts,
      EventStamp stamp,
      BatchSettings batches,
      StreamsStarter starter) {
    return starter.start(
        APPLICATION, topology(names, serdes, artifacts, stamp, batches), BatchTopology::tuned);
  }

  @Singleton
  ReceiptProofs receipts(@Named(APPLICATION) StreamsService service, ArtifactStore artifacts) {
    return new ReceiptProofs(service.streams(), artifacts);
  }
}
