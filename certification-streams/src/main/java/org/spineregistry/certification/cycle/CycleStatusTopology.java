package org.spineregistry.certification.cycle;

import static org.apache.kafka.common.serialization.Serdes.String;
import static org.spineregistry.schemas.topic.Topics.ANCHOR_FINALIZED;
import static org.spineregistry.schemas.topic.Topics.ANCHOR_INTENT;
import static org.spineregistry.schemas.topic.Topics.CERTIFICATION_COMPLETED;
import static org.spineregistry.schemas.topic.Topics.CERTIFICATION_PROGRESS;
import static org.spineregistry.schemas.topic.Topics.CERTIFICATION_REQUESTED;
import static org.spineregistry.schemas.topic.Topics.CERTIFICATION_STATUS;
import static org.spineregistry.schemas.topic.Topics.REWARD_CYCLE;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.event.CertificationProgress;
import org.spineregistry.event.CertificationRequested;
import org.spineregistry.event.CertificationStatus;
import org.spineregistry.event.CycleRewarded;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.serde.StateSerde;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.TopicNames;

/** Keeps one row a cycle, from requested to rewarded. */
public final class CycleStatusTopology {
  /** cycleId to row; one entry a cycle, and cycles grow with the logarithm of the registry. */
  static final String ROWS = "cycle-rows";

  private final TopicNames names;
  private final SpineSerdes serdes;
  private final EventStamp stamp;

  public CycleStatusTopology(TopicNames names, SpineSerdes serdes, EventStamp stamp) {
    this.names = names;
    this.serdes = serdes;
    this.stamp = stamp;
  }

  public void addTo(StreamsBuilder builder) {
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(ROWS),
            String(),
            new StateSerde<>(CertificationStatus.getEncoder(), CertificationStatus.getDecoder())));
    requested(builder)
        .merge(progress(builder), Named.as("cycle-merge-progress"))
        .merge(completed(builder), Named.as("cycle-merge-completed"))
        .merge(intents(builder), Named.as("cycle-merge-intents"))
        .merge(anchored(builder), Named.as("cycle-merge-anchored"))
        .merge(rewarded(builder), Named.as("cycle-merge-rewarded"))
        .to(
            names.of(CERTIFICATION_STATUS),
            Produced.with(String(), serdes.<CertificationStatus>event())
                .withName("cycle-to-status"));
  }

  private KStream<String, CertificationStatus> requested(StreamsBuilder builder) {
    KStream<String, CertificationRequested> events = read(builder, CERTIFICATION_REQUESTED);
    return fold(
        events,
        "requested",
        CertificationRequested::getCampaignId,
        (row, event, at) -> CycleRow.requested(row, event));
  }

  private KStream<String, CertificationStatus> progress(StreamsBuilder builder) {
    KStream<String, CertificationProgress> events = read(builder, CERTIFICATION_PROGRESS);
    return fold(
        events,
        "progress",
        CertificationProgress::getCampaignId,
        (row, event, at) -> CycleRow.progress(row, event));
  }

  /** The registry topology reads the same topic, so its source is shared. */
  private KStream<String, CertificationStatus> completed(StreamsBuilder builder) {
    KStream<String, CertificationCompleted> events = read(builder, CERTIFICATION_COMPLETED);
    return fold(
        events,
        "completed",
        CertificationCompleted::getCampaignId,
        (row, event, at) -> CycleRow.completed(row, event));
  }

  private KStream<String, CertificationStatus> intents(StreamsBuilder builder) {
    KStream<String, AnchorIntent> events = read(builder, ANCHOR_INTENT);
    return fold(
        events
            .filter(
                (subject, intent) -> intent != null && intent.getCycleId() != null,
                Named.as("cycle-intents-of-cycles"))
            .selectKey((subject, intent) -> intent.getCycleId(), Named.as("cycle-of-intent"))
            .repartition(
                byCycle(
                    "cycle-intents",
                    new StateSerde<>(AnchorIntent.getEncoder(), AnchorIntent.getDecoder()))),
        "intent",
        AnchorIntent::getCampaignId,
        (row, event, at) -> CycleRow.intent(row, event));
  }

  private KStream<String, CertificationStatus> anchored(StreamsBuilder builder) {
    KStream<String, AnchorFinalized> events = read(builder, ANCHOR_FINALIZED);
    return fold(
        events
            .filter(
                (subject, anchor) -> anchor.getCycleId() != null,
                Named.as("cycle-anchors-of-cycles"))
            .selectKey((subject, anchor) -> anchor.getCycleId(), Named.as("cycle-of-anchor"))
            .repartition(
                byCycle(
                    "cycle-anchors",
                    new StateSerde<>(AnchorFinalized.getEncoder(), AnchorFinalized.getDecoder()))),
        "anchored",
        AnchorFinalized::getCampaignId,
        CycleRow::anchored);
  }

  private KStream<String, CertificationStatus> rewarded(StreamsBuilder builder) {
    KStream<String, CycleRewarded> events = read(builder, REWARD_CYCLE);
    return fold(events, "rewarded", CycleRewarded::getCampaignId, CycleRow::rewarded);
  }

  private <E extends SpecificRecord> KStream<String, E> read(StreamsBuilder builder, Topic topic) {
    return builder.stream(
        names.of(topic),
        Consumed.with(String(), serdes.<E>event()).withName("source-" + topic.name()));
  }

  private <E> KStream<String, CertificationStatus> fold(
      KStream<String, E> events,
      String name,
      FoldCycle.Campaign<E> campaign,
      FoldCycle.Fold<E> fold) {
    return events.process(
        () -> new FoldCycle<>(campaign, fold, stamp), Named.as("cycle-fold-" + name), ROWS);
  }

  private static <E> Repartitioned<String, E> byCycle(String name, Serde<E> serde) {
    return Repartitioned.<String, E>as(name)
        .withKeySerde(String())
        .withValueSerde(serde)
        .withNumberOfPartitions(CERTIFICATION_STATUS.partitions());
  }
}
