package org.spineregistry.anchor.payout;

import static org.apache.kafka.common.serialization.Serdes.String;
import static org.spineregistry.schemas.topic.Topics.ANCHOR_FINALIZED;
import static org.spineregistry.schemas.topic.Topics.DEAD_LETTER;
import static org.spineregistry.schemas.topic.Topics.REWARD_CYCLE;
import static org.spineregistry.schemas.topic.Topics.REWARD_GRANTED;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.CycleRewarded;
import org.spineregistry.event.DeadLetter;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.artifact.ArtifactStore;
import org.spineregistry.service.failure.DeadLetters;

/**
 * Grants the payouts of every anchored cycle. The source has one partition, so cycles are decided
 * in one total order, and the same input gives the same bytes however often it is replayed.
 */
public final class RewardTopology {
  private final TopicNames names;
  private final SpineSerdes serdes;
  private final RewardPolicies policies;
  private final ArtifactStore artifacts;
  private final DeadLetters letters;
  private final EventStamp stamp;

  public RewardTopology(
      TopicNames names,
      SpineSerdes serdes,
      RewardPolicies policies,
      ArtifactStore artifacts,
      DeadLetters letters,
      EventStamp stamp) {
    this.names = names;
    this.serdes = serdes;
    this.policies = policies;
    this.artifacts = artifacts;
    this.letters = letters;
    this.stamp = stamp;
  }

  public void addTo(StreamsBuilder builder) {
    builder.addStateStore(RewardStores.paid());
    builder.addStateStore(RewardStores.cycles());
    builder.stream(
            names.of(ANCHOR_FINALIZED),
            Consumed.with(String(), serdes.<AnchorFinalized>event()).withName("source-anchors"))
        .filter(
            (subject, anchor) -> anchor != null && anchor.getCycleId() != null,
            Named.as("reward-anchors-of-cycles"))
        .process(
            () -> new GrantCycle(policies, artifacts, letters, stamp),
            Named.as("reward-grant-cycle"),
            RewardStores.PAID,
            RewardStores.CYCLES)
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
            (key, value) -> value instanceof DeadLetter,
            Branched.withConsumer(
                s -> s.to(names.of(DEAD_LETTER), produced("reward-to-dead-letter")), "dead-letter"))
        .noDefaultBranch();
  }

  private Produced<String, SpecificRecord> produced(String name) {
    return Produced.with(String(), serdes.<SpecificRecord>event()).withName(name);
  }
}
