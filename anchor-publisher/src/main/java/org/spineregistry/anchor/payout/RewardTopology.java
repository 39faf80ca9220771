package org.spineregistry.anchor.payout;

import static org.apache.kafka.common.serialization.Serdes.String;
import static org.spineregistry.schemas.topic.Topics.DEAD_LETTER;
import static org.spineregistry.schemas.topic.Topics.REWARD_CYCLE;
import static org.spineregistry.schemas.topic.Topics.REWARD_GRANTED;
import static org.spineregistry.schemas.topic.Topics.REWARD_INPUT;
import static org.spineregistry.schemas.topic.Topics.REWARD_REVIEW_DAY;

import java.time.Duration;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.spineregistry.event.CycleRewarded;
import org.spineregistry.event.DeadLetter;
import org.spineregistry.event.HoldsDue;
import org.spineregistry.event.ReviewDayRewarded;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.artifact.ArtifactStore;
import org.spineregistry.service.failure.DeadLetters;

/**
 * Decides on payouts. The source has one partition and keeps everything, so that the same decisions
 * are made in the same order however often it is replayed.
 */
public final class RewardTopology {
  private static final Duration TRANSACTION = Duration.ofMinutes(1);

  private final TopicNames names;
  private final SpineSerdes serdes;
  private final ArtifactStore artifacts;
  private final DeadLetters letters;
  private final EventStamp stamp;

  public RewardTopology(
      TopicNames names,
      SpineSerdes serdes,
      ArtifactStore artifacts,
      DeadLetters letters,
      EventStamp stamp) {
    this.names = names;
    this.serdes = serdes;
    this.artifacts = artifacts;
    this.letters = letters;
    this.stamp = stamp;
  }

  /**
   * What this application needs besides: one event can decide on a whole cohort, and a broker that
   * ended its transaction would have it decided again for ever.
   */
  public static Properties tuned(Properties properties) {
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        (int) TRANSACTION.toMillis());
    return properties;
  }

  public void addTo(StreamsBuilder builder) {
    RewardStores.all().forEach(builder::addStateStore);
    builder.stream(
            names.of(REWARD_INPUT),
            Consumed.with(String(), serdes.<SpecificRecord>events()).withName("source-input"))
        .process(
            () ->
                new DecideRewards(
                    new CycleContributions(artifacts), serdes.events(), letters, stamp),
            Named.as("reward-decide"),
            RewardStores.names())
        .split(Named.as("reward-"))
        .branch(
            (key, value) -> value instanceof RewardGranted,
            Branched.withConsumer(
                s -> s.to(names.of(REWARD_GRANTED), produced("reward-to-granted")), "granted"))
        .branch(
            (key, value) -> value instanceof CycleRewarded,
            Branched.withConsumer(
                s -> s.to(names.of(REWARD_CYCLE), produced("reward-to-cycle")), "cycle"))
        .branch(
            (key, value) -> value instanceof ReviewDayRewarded,
            Branched.withConsumer(
                s -> s.to(names.of(REWARD_REVIEW_DAY), produced("reward-to-review-day")),
                "review-day"))
        .branch(
            (key, value) -> value instanceof HoldsDue,
            Branched.withConsumer(
                s ->
                    s.to(
                        names.of(REWARD_INPUT),
                        Produced.with(String(), serdes.<SpecificRecord>events())
                            .withName("reward-to-input")),
                "due"))
        .branch(
            (key, value) -> value instanceof DeadLetter,
            Branched.withConsumer(
                s -> s.to(names.of(DEAD_LETTER), produced("reward-to-dead-letter")), "dead-letter"))
        .noDefaultBranch();
  }

  private Produced<String, SpecificRecord> produced(String name) {
    return Produced.with(String(), serdes.<SpecificRecord>event()).withName(name);
  }
}
