package org.spineregistry.anchor.payout;

import static org.apache.kafka.common.serialization.Serdes.String;
import static org.spineregistry.schemas.topic.Topics.REWARD_CYCLE;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.KeyValueStore;
import org.spineregistry.event.CycleRewarded;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;

/** Keeps the manifest of every rewarded cycle at hand: one row a cycle, for ever. */
public final class RewardViewTopology {
  static final String CYCLES = "view-reward-cycles";

  private final TopicNames names;
  private final SpineSerdes serdes;

  public RewardViewTopology(TopicNames names, SpineSerdes serdes) {
    this.names = names;
    this.serdes = serdes;
  }

  public void addTo(StreamsBuilder builder) {
    Serde<CycleRewarded> rows = serdes.event();
    builder.globalTable(
        names.of(REWARD_CYCLE),
        Consumed.with(String(), rows).withName("source-view-reward-cycles"),
        Materialized.<String, CycleRewarded, KeyValueStore<Bytes, byte[]>>as(CYCLES)
            .withKeySerde(String())
            .withValueSerde(rows));
  }
}
