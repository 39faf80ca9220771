package org.spineregistry.certification.worker;

import static org.spineregistry.schemas.topic.Topics.CERTIFICATION_COMPLETED;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.event.CertificationRequested;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.topic.TopicNames;

/** Publishes the result of a request together with its offset: both or neither. */
final class CycleResults implements AutoCloseable {
  private final Producer<String, CertificationCompleted> producer;
  private final TopicNames names;
  private final EventStamp stamp;

  /** Fences an older process with the same transactional id. */
  CycleResults(
      Producer<String, CertificationCompleted> producer, TopicNames names, EventStamp stamp) {
    this.producer = producer;
    this.names = names;
    this.stamp = stamp;
    producer.initTransactions();
  }

  void publish(CycleJob job, CycleOutcome outcome, Instant now, ConsumerGroupMetadata group) {
    producer.beginTransaction();
    producer.send(record(job, outcome, now));
    producer.sendOffsetsToTransaction(next(job.request()), group);
    producer.commitTransaction();
  }

  /** Leaves a request behind that was answered before: its offset is committed, nothing else. */
  void skip(ConsumerRecord<String, CertificationRequested> request, ConsumerGroupMetadata group) {
    producer.beginTransaction();
    producer.sendOffsetsToTransaction(next(request), group);
    producer.commitTransaction();
  }

  private static Map<TopicPartition, OffsetAndMetadata> next(
      ConsumerRecord<String, CertificationRequested> request) {
    return Map.of(
        new TopicPartition(request.topic(), request.partition()),
        new OffsetAndMetadata(request.offset() + 1));
  }

  /**
   * Gives up a transaction that the group no longer allows; the partition's new owner runs the
   * cycle again.
   */
  void abort() {
    producer.abortTransaction();
  }

  private ProducerRecord<String, CertificationCompleted> record(
      CycleJob job, CycleOutcome outcome, Instant now) {
    ConsumerRecord<String, CertificationRequested> request = job.request();
    String cause =
        EventStamp.causeOf(
            request.headers(), request.topic(), request.partition(), request.offset());
    return new ProducerRecord<>(
        names.of(CERTIFICATION_COMPLETED),
        null,
        now.toEpochMilli(),
        request.key(),
        completed(job, outcome, now, cause),
        stamp.derived("CertificationCompleted", request.key(), cause, now, request.headers()));
  }

  private static CertificationCompleted completed(
      CycleJob job, CycleOutcome outcome, Instant now, String cause) {
    CertificationRequested request = job.request().value();
    return CertificationCompleted.newBuilder()
        .setCycleId(request.getCycleId())
        .setCampaignId(request.getCampaignId())
        .setPolicyVersion(request.getPolicyVersion())
        .setThreshold(request.getThreshold())
        .setAttempt(job.attempt())
        .setVerdict(outcome.verdict())
        .setReasons(outcome.reasons())
        .setProfile(request.getProfile())
        .setCases(outcome.cases())
        .setOrdinalLimit(request.getOrdinalLimit())
        .setGates(outcome.gates())
        .setDatasets(outcome.datasets())
        .setCertificate(outcome.certificate())
        .setContributions(outcome.contributions())
        .setDocuments(outcome.documents())
        .setCauseId(cause)
        .setStartedAt(job.startedAt())
        .setCompletedAt(now)
        .build();
  }

  @Override
  public void close() {
    producer.close();
  }
}
