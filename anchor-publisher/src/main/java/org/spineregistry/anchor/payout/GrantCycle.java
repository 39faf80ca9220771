package org.spineregistry.anchor.payout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.spineregistry.anchor.reward.Contribution;
import org.spineregistry.anchor.reward.Manifest;
import org.spineregistry.anchor.reward.Payout;
import org.spineregistry.anchor.reward.Payouts;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.cohort.ContributionsFile;
import org.spineregistry.anchor.reward.cohort.ContributionsProblem;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.DeadLetter;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.service.artifact.ArtifactStore;
import org.spineregistry.service.failure.DeadLetters;

/** Decides the payouts of one anchored cycle, once. The manifest follows the last payout. */
final class GrantCycle
    extends ContextualProcessor<String, AnchorFinalized, String, SpecificRecord> {
  private final RewardPolicies policies;
  private final ArtifactStore artifacts;
  private final DeadLetters letters;
  private final EventStamp stamp;
  private KeyValueStore<String, String> paid;
  private KeyValueStore<String, String> cycles;

  GrantCycle(
      RewardPolicies policies, ArtifactStore artifacts, DeadLetters letters, EventStamp stamp) {
    this.policies = policies;
    this.artifacts = artifacts;
    this.letters = letters;
    this.stamp = stamp;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    super.init(context);
    paid = context.getStateStore(RewardStores.PAID);
    cycles = context.getStateStore(RewardStores.CYCLES);
  }

  @Override
  public void process(Record<String, AnchorFinalized> record) {
    AnchorFinalized anchor = record.value();
    if (cycles.get(anchor.getCycleId()) != null) {
      return; // the same anchor again, or another attempt of a cycle that was rewarded
    }
    List<Contribution> contributions;
    try {
      contributions = contributions(anchor);
    } catch (ContributionsProblem e) {
      DeadLetter letter = letters.event(coordinates(record), e.code(), "PROCESSING", null);
      forward(record, DeadLetters.key(letter), letter);
      return; // nothing marks its cases as paid, so the next cycle pays them
    }
    grant(record, contributions);
  }

  private void grant(Record<String, AnchorFinalized> record, List<Contribution> contributions) {
    AnchorFinalized anchor = record.value();
    RewardPolicy policy = policies.at(anchor.getCertifiedAt());
    PayoutEvents events = new PayoutEvents(policy, anchor, eventId(record));
    List<Payout> payouts =
        Payouts.decide(
            policy, anchor.getCampaignId(), contributions, subject -> paid.get(subject) != null);
    for (Payout payout : payouts) {
      paid.put(payout.subjectId(), payout.payoutId());
      forward(record, payout.beneficiaryId(), payout.payoutId(), events.granted(payout));
    }
    cycles.put(anchor.getCycleId(), anchor.getSubject());
    forward(record, anchor.getCycleId(), events.rewarded(Manifest.of(payouts)));
  }

  /**
   * A file that is missing or damaged is the disk's fault, not the record's: the task fails and is
   * tried again. A reference that names no place in the store will never name one: the record's
   * fault.
   */
  private List<Contribution> contributions(AnchorFinalized anchor) {
    if (anchor.getContributions() == null || anchor.getCampaignId() == null) {
      throw new ContributionsProblem("ABSENT");
    }
    if (!ArtifactStore.isWellFormed(anchor.getContributions())) {
      throw new ContributionsProblem("REFERENCE_MALFORMED");
    }
    try {
      return ContributionsFile.read(
          artifacts.get(anchor.getContributions()), anchor.getCycleId(), anchor.getCampaignId());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void forward(Record<String, AnchorFinalized> cause, String key, SpecificRecord value) {
    forward(cause, key, key, value);
  }

  private void forward(
      Record<String, AnchorFinalized> cause, String key, String subject, SpecificRecord value) {
    String type = value.getSchema().getName();
    Instant at = Instant.ofEpochMilli(cause.timestamp());
    context()
        .forward(
            new Record<>(
                key,
                value,
                cause.timestamp(),
                stamp.derived(type, subject, eventId(cause), at, cause.headers())));
  }

  private String eventId(Record<String, AnchorFinalized> record) {
    RecordMetadata at = metadata();
    return EventStamp.causeOf(record.headers(), at.topic(), at.partition(), at.offset());
  }

  private ConsumerRecord<?, ?> coordinates(Record<String, AnchorFinalized> record) {
    RecordMetadata at = metadata();
    return new ConsumerRecord<>(
        at.topic(),
        at.partition(),
        at.offset(),
        record.timestamp(),
        TimestampType.CREATE_TIME,
        ConsumerRecord.NULL_SIZE,
        ConsumerRecord.NULL_SIZE,
        null,
        null,
        record.headers(),
        Optional.empty());
  }

  private RecordMetadata metadata() {
    return context().recordMetadata().orElseThrow();
  }
}
