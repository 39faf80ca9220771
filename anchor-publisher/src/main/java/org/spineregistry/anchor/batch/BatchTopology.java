package org.spineregistry.anchor.batch;

import static org.apache.kafka.common.serialization.Serdes.String;
import static org.spineregistry.schemas.topic.Topics.ANCHOR_BATCH;
import static org.spineregistry.schemas.topic.Topics.CASE_ACCEPTED;
import static org.spineregistry.schemas.topic.Topics.REVIEW_ACCEPTED;

import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.spineregistry.event.AnchorBatch;
import org.spineregistry.event.ReviewAccepted;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.PerThreadDeserializer;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.serde.WriterSchemas;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.artifact.ArtifactStore;

/**
 * Gathers accepted contributions and reviews into Merkle batches. What leaves the tasks that read
 * them are ids and a digest, in one partition, so that one task orders all leaves.
 */
public final class BatchTopology {
  private static final int COMMIT_MILLIS = 500;
  private static final int RECORDS = 5_000;

  private final TopicNames names;
  private final SpineSerdes serdes;
  private final ArtifactStore artifacts;
  private final EventStamp stamp;
  private final BatchSettings settings;

  public BatchTopology(
      TopicNames names,
      SpineSerdes serdes,
      ArtifactStore artifacts,
      EventStamp stamp,
      BatchSettings settings) {
    this.names = names;
    this.serdes = serdes;
    this.artifacts = artifacts;
    this.stamp = stamp;
    this.settings = settings;
  }

  /**
   * What this application needs besides: nobody waits for a leaf, so that it may commit seldom and
   * read much at once.
   */
  public static Properties tuned(Properties properties) {
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
    properties.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, RECORDS);
    properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), RECORDS);
    return properties;
  }

  public void addTo(StreamsBuilder builder) {
    builder.addStateStore(BatchStores.places());
    builder.addStateStore(BatchStores.open());
    builder.addStateStore(BatchStores.batches());
    KStream<String, String> reviews =
        builder.stream(
                names.of(REVIEW_ACCEPTED),
                Consumed.with(String(), reviews()).withName("source-accepted-reviews"))
            .filter((vignetteId, review) -> review != null, Named.as("batch-reviews-that-are"))
            .mapValues(Review::text, Named.as("batch-reviews"));
    builder.stream(
            names.of(CASE_ACCEPTED),
            Consumed.with(String(), contributions()).withName("source-accepted-cases"))
        .mapValues(
            contribution -> contribution == null ? null : contribution.text(),
            Named.as("batch-contributions"))
        .merge(reviews, Named.as("batch-with-reviews"))
        .repartition(
            Repartitioned.<String, String>as("batch-contributions")
                .withKeySerde(String())
                .withValueSerde(String())
                .withNumberOfPartitions(1))
        .process(
            () -> new BatchLeaves(artifacts, stamp, settings),
            Named.as("batch-leaves"),
            BatchStores.PLACES,
            BatchStores.OPEN,
            BatchStores.BATCHES)
        .to(
            names.of(ANCHOR_BATCH),
            Produced.with(String(), serdes.<AnchorBatch>event()).withName("batch-to-anchor"));
  }

  /** Only read here: accepted reviews are written by their collector. */
  private Serde<Review> reviews() {
    return Serdes.serdeFrom(
        (topic, review) -> {
          throw new UnsupportedOperationException("accepted reviews are only read");
        },
        new ReviewReader(serdes.<ReviewAccepted>event().deserializer()));
  }

  /** Only read here: accepted cases are written by the intake. */
  private Serde<Contribution> contributions() {
    WriterSchemas schemas = serdes.writerSchemas();
    return Serdes.serdeFrom(
        (topic, contribution) -> {
          throw new UnsupportedOperationException("accepted cases are only read");
        },
        new PerThreadDeserializer<>(() -> new ContributionReader(schemas)));
  }
}
