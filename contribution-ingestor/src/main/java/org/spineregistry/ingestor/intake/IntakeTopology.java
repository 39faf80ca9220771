package org.spineregistry.ingestor.intake;

import static org.apache.kafka.common.serialization.Serdes.String;
import static org.spineregistry.schemas.topic.Topics.CASE_ACCEPTED;
import static org.spineregistry.schemas.topic.Topics.CASE_QUERY;
import static org.spineregistry.schemas.topic.Topics.CASE_RECEIPT;
import static org.spineregistry.schemas.topic.Topics.CASE_REJECTED;
import static org.spineregistry.schemas.topic.Topics.CASE_SUBMITTED;
import static org.spineregistry.schemas.topic.Topics.CASE_WITHDRAWN;
import static org.spineregistry.schemas.topic.Topics.DEAD_LETTER;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.BranchedKStream;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.spineregistry.event.CaseQuery;
import org.spineregistry.event.CaseReceipt;
import org.spineregistry.event.CaseRejected;
import org.spineregistry.event.CaseWithdrawn;
import org.spineregistry.event.DeadLetter;
import org.spineregistry.ingestor.IntakeMetrics;
import org.spineregistry.ingestor.check.IntakeChecks;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.CampaignPartitions;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.failure.DeadLetters;

/**
 * Decides about every submission and withdrawal. Both lie in the partition of their case, so one
 * task sees the whole history of a case; what is accepted goes to the partition of its campaign.
 */
public final class IntakeTopology {
  /** Topics that the topology reads or writes. */
  public static final List<Topic> TOPICS =
      List.of(
          CASE_SUBMITTED,
          CASE_WITHDRAWN,
          CASE_ACCEPTED,
          CASE_REJECTED,
          CASE_QUERY,
          CASE_RECEIPT,
          DEAD_LETTER);

  private static final StreamPartitioner<String, Object> BY_CAMPAIGN =
      (topic, key, value, partitions) ->
          Optional.of(
              Set.of(CampaignPartitions.of(((AcceptedCase) value).campaignId(), partitions)));

  private final TopicNames names;
  private final SpineSerdes serdes;
  private final IntakeChecks checks;
  private final HomePartition home;
  private final EventStamp stamp;
  private final DeadLetters letters;
  private final IntakeMetrics metrics;
  private final int mostBytes;

  /**
   * @param mostBytes largest submission
   */
  public IntakeTopology(
      TopicNames names,
      SpineSerdes serdes,
      IntakeChecks checks,
      HomePartition home,
      EventStamp stamp,
      DeadLetters letters,
      IntakeMetrics metrics,
      int mostBytes) {
    this.names = names;
    this.serdes = serdes;
    this.checks = checks;
    this.home = home;
    this.stamp = stamp;
    this.letters = letters;
    this.metrics = metrics;
    this.mostBytes = mostBytes;
  }

  public void addTo(StreamsBuilder builder) {
    builder.addStateStore(IntakeStores.history());
    KStream<String, Object> results =
        submissions(builder).merge(withdrawals(builder), Named.as("intake-results"));
    BranchedKStream<String, Object> split = results.split(Named.as("intake-"));
    Produced<String, Object> accepted =
        Produced.<String, Object>with(String(), AcceptedCase.serde(serdes.cases()))
            .withStreamPartitioner(BY_CAMPAIGN);
    send(split, AcceptedCase.class, "accepted", CASE_ACCEPTED, accepted);
    send(split, CaseRejected.class, "rejected", CASE_REJECTED, events());
    send(split, CaseQuery.class, "query", CASE_QUERY, events());
    send(split, CaseReceipt.class, "receipt", CASE_RECEIPT, events());
    send(split, DeadLetter.class, "dead-letter", DEAD_LETTER, events());
    split.noDefaultBranch();
  }

  private void send(
      BranchedKStream<String, Object> split,
      Class<?> type,
      String name,
      Topic topic,
      Produced<String, Object> produced) {
    split.branch(
        (key, value) -> type.isInstance(value),
        Branched.withConsumer(
            branch -> branch.to(names.of(topic), produced.withName("intake-to-" + name)), name));
  }

  @SuppressWarnings("unchecked") // each branch carries one type of event
  private Produced<String, Object> events() {
    return Produced.with(String(), (Serde<Object>) (Serde<?>) serdes.event());
  }

  private KStream<String, Object> submissions(StreamsBuilder builder) {
    return builder.stream(
            names.of(CASE_SUBMITTED),
            Consumed.with(String(), BoundedCases.reading(serdes.cases(), mostBytes))
                .withName("submitted"))
        .process(
            () -> new DecideCase(checks, home, stamp, letters, metrics),
            Named.as("intake-decide"),
            IntakeStores.HISTORY);
  }

  private KStream<String, Object> withdrawals(StreamsBuilder builder) {
    return builder.stream(
            names.of(CASE_WITHDRAWN),
            Consumed.with(String(), serdes.<CaseWithdrawn>event()).withName("withdrawn"))
        .process(
            () -> new WithdrawCase(home, stamp, letters, metrics),
            Named.as("intake-withdraw"),
            IntakeStores.HISTORY);
  }
}
