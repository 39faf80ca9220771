package org.spineregistry.ingestor.rest;

import static org.spineregistry.schemas.topic.Topics.CASE_RECEIPT;
import static org.spineregistry.schemas.topic.Topics.CASE_SUBMITTED;
import static org.spineregistry.schemas.topic.Topics.CASE_WITHDRAWN;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.spineregistry.event.CaseReceipt;
import org.spineregistry.event.IntakeOutcome;
import org.spineregistry.ingestor.IntakeMetrics;
import org.spineregistry.ingestor.Samples;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;

/**
 * Kafka as the REST side sees it, without one: what is sent for a case is answered by a receipt
 * that the test decides.
 */
final class LoopbackKafka implements AutoCloseable {
  static final SpineSerdes SERDES = SpineSerdes.registering("mock://LoopbackKafka");
  private static final TopicPartition RECEIPTS = new TopicPartition(CASE_RECEIPT.name(), 0);

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final Receipts receipts;
  private final MockConsumer<String, byte[]> consumer = new PatientConsumer();
  private final MockProducer<String, byte[]> producer = new AnsweringProducer();
  private long offset;

  /** What becomes of a sent record: an outcome, or null for silence. */
  volatile Function<ProducerRecord<String, byte[]>, IntakeOutcome> decision =
      record -> IntakeOutcome.ACCEPTED;

  /** Thrown by the next sends, when set. */
  volatile RuntimeException failure;

  LoopbackKafka() {
    consumer.updateBeginningOffsets(Map.of(RECEIPTS, 0L));
    consumer.updateEndOffsets(Map.of(RECEIPTS, 0L));
    receipts =
        new Receipts(
            () -> consumer,
            SERDES.<CaseReceipt>event().deserializer(),
            List.of(RECEIPTS),
            Duration.ofMillis(1));
  }

  CaseDesk desk(Duration patience) {
    return new CaseDesk(
        Samples.CHECKS,
        new EventWriter(producer, TopicNames.plain(), SERDES),
        receipts,
        new IntakeMetrics(meters),
        "contribution-ingestor",
        patience,
        Samples.CLOCK);
  }

  List<ProducerRecord<String, byte[]>> sent() {
    return producer.history();
  }

  void receipt(String requestId, IntakeOutcome outcome) {
    CaseReceipt receipt =
        CaseReceipt.newBuilder().setRequestId(requestId).setOutcome(outcome).build();
    byte[] bytes = SERDES.<CaseReceipt>event().serializer().serialize(CASE_RECEIPT.name(), receipt);
    raw(requestId, bytes);
  }

  synchronized void raw(String key, byte[] value) {
    consumer.addRecord(
        new ConsumerRecord<>(RECEIPTS.topic(), RECEIPTS.partition(), offset++, key, value));
  }

  @Override
  public void close() {
    receipts.close();
  }

  private final class AnsweringProducer extends MockProducer<String, byte[]> {
    AnsweringProducer() {
      super(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public synchronized Future<RecordMetadata> send(
        ProducerRecord<String, byte[]> record, Callback callback) {
      if (failure != null) {
        throw failure;
      }
      Future<RecordMetadata> sent = super.send(record, callback);
      boolean answered =
          record.topic().equals(CASE_SUBMITTED.name())
              || record.topic().equals(CASE_WITHDRAWN.name());
      IntakeOutcome outcome = answered ? decision.apply(record) : null;
      if (outcome != null) {
        receipt(EventHeaders.eventId(record.headers()).orElseThrow(), outcome);
      }
      return sent;
    }
  }

  /** Waits a little when there is nothing, as a real one does. */
  private static final class PatientConsumer extends MockConsumer<String, byte[]> {
    PatientConsumer() {
      super("latest");
    }

    @Override
    public ConsumerRecords<String, byte[]> poll(Duration timeout) {
      ConsumerRecords<String, byte[]> records = super.poll(timeout);
      if (records.isEmpty()) {
        LockSupport.parkNanos(200_000);
      }
      return records;
    }
  }
}
