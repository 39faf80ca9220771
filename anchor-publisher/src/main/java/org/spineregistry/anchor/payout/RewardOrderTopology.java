package org.spineregistry.anchor.payout;

import static org.apache.kafka.common.serialization.Serdes.String;
import static org.spineregistry.schemas.topic.Topics.ANCHOR_FINALIZED;
import static org.spineregistry.schemas.topic.Topics.CASE_WITHDRAWN;
import static org.spineregistry.schemas.topic.Topics.REVIEW_ACCEPTED;
import static org.spineregistry.schemas.topic.Topics.REWARD_INPUT;
import static org.spineregistry.schemas.topic.Topics.REWARD_POLICY;
import static org.spineregistry.schemas.topic.Topics.REWARD_PRICE;
import static org.spineregistry.schemas.topic.Topics.REWARD_RULING;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.TopicNames;

/**
 * Puts everything that payouts are decided from into one order and writes it down. Kafka promises
 * an order within a partition only; what a withdrawal or a ruling finds depends on whether it comes
 * before or after a cycle, and a replay must find the same.
 */
public final class RewardOrderTopology {
  private final TopicNames names;
  private final SpineSerdes serdes;

  public RewardOrderTopology(TopicNames names, SpineSerdes serdes) {
    this.names = names;
    this.serdes = serdes;
  }

  public void addTo(StreamsBuilder builder) {
    source(builder, REWARD_POLICY, "policies")
        .merge(source(builder, ANCHOR_FINALIZED, "anchors"), Named.as("order-with-anchors"))
        .merge(source(builder, REWARD_RULING, "rulings"), Named.as("order-with-rulings"))
        .merge(source(builder, CASE_WITHDRAWN, "withdrawals"), Named.as("order-with-withdrawals"))
        .merge(source(builder, REVIEW_ACCEPTED, "reviews"), Named.as("order-with-reviews"))
        .merge(source(builder, REWARD_PRICE, "prices"), Named.as("order-with-prices"))
        .filter((key, event) -> matters(event), Named.as("order-what-matters"))
        .processValues(WithEventId::new, Named.as("order-identity"))
        .to(
            names.of(REWARD_INPUT),
            Produced.with(String(), serdes.<SpecificRecord>events()).withName("order-to-input"));
  }

  private KStream<String, SpecificRecord> source(StreamsBuilder builder, Topic topic, String name) {
    return builder.stream(
        names.of(topic),
        Consumed.with(String(), serdes.<SpecificRecord>event()).withName("source-" + name));
  }

  /** Anchors of batches pay nobody. */
  private static boolean matters(SpecificRecord event) {
    return event != null
        && !(event instanceof AnchorFinalized anchor && anchor.getCycleId() == null);
  }
}
