package org.spineregistry.anchor.payout;

import static org.apache.kafka.common.serialization.Serdes.String;
import static org.spineregistry.schemas.topic.Topics.REWARD_CYCLE;
import static org.spineregistry.schemas.topic.Topics.REWARD_REVIEW_DAY;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.KeyValueStore;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.TopicNames;

/** Keeps the manifests of cycles and of days of reviews at hand: one row for each, for ever. */
public final class RewardViewTopology {
  static final String CYCLES = "view-reward-cycles";
  static final String DAYS = "view-reward-days";

  private final TopicNames names;
  private final SpineSerdes serdes;

  public RewardViewTopology(TopicNames names, SpineSerdes serdes) {
    this.names = names;
    this.serdes = serdes;
  }

  public void addTo(StreamsBuilder builder) {
    table(builder, REWARD_CYCLE, CYCLES);
    table(builder, REWARD_REVIEW_DAY, DAYS);
  }

  private <V extends SpecificRecord> void table(StreamsBuilder builder, Topic topic, String store) {
    Serde<V> rows = serdes.event();
    builder.globalTable(
        names.of(topic),
        Consumed.with(String(), rows).withName("source-" + store),
        Materialized.<String, V, KeyValueStore<Bytes, byte[]>>as(store)
            .withKeySerde(String())
            .withValueSerde(rows));
  }
}
