package org.spineregistry.ingestor;

import static org.awaitility.Awaitility.await;
import static org.spineregistry.ingestor.Samples.avro;
import static org.spineregistry.ingestor.Samples.caseId;
import static org.spineregistry.ingestor.Samples.sacroiliac;
import static org.spineregistry.schemas.topic.Topics.CASE_ACCEPTED;
import static org.spineregistry.schemas.topic.Topics.CASE_RECEIPT;
import static org.spineregistry.schemas.topic.Topics.CASE_SUBMITTED;
import static org.spineregistry.schemas.topic.Topics.DEAD_LETTER;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.spineregistry.event.CaseReceipt;
import org.spineregistry.event.DeadLetter;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.Topic;

/** A registry app on Kafka: publishes cases and reads what comes back. */
final class SubmissionFeed {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final RunningIntake intake;
  final SpineSerdes serdes;

  SubmissionFeed(RunningIntake intake) {
    this.intake = intake;
    this.serdes = SpineSerdes.of(intake.registryUrl());
  }

  ProducerRecord<byte[], byte[]> submission(int n, String eventId) {
    GenericRecord record = avro(sacroiliac(n, 1));
    String topic = intake.names.of(CASE_SUBMITTED);
    byte[] value = serdes.cases().serializer().serialize(topic, record);
    ProducerRecord<byte[], byte[]> submission =
        new ProducerRecord<>(topic, caseId(n).getBytes(StandardCharsets.UTF_8), value);
    EventHeaders.put(submission.headers(), EventHeaders.ID, eventId);
    return submission;
  }

  /** The receipts that a condition holds for, as soon as there are so many. */
  List<CaseReceipt> receipts(int count, Predicate<CaseReceipt> condition) {
    return await()
        .atMost(LIMIT)
        .until(
            () -> this.<CaseReceipt>events(CASE_RECEIPT).stream().filter(condition).toList(),
            list -> list.size() == count);
  }

  CaseReceipt receipt(String eventId) {
    return receipts(1, receipt -> receipt.getRequestId().equals(eventId)).get(0);
  }

  List<DeadLetter> deadLetters() {
    return events(DEAD_LETTER);
  }

  private <T extends SpecificRecord> List<T> events(Topic topic) {
    return intake.read(topic).stream()
        .map(r -> serdes.<T>event().deserializer().deserialize(r.topic(), r.headers(), r.value()))
        .toList();
  }

  List<String> acceptedKeys() {
    return intake.read(CASE_ACCEPTED).stream()
        .map(r -> new String(r.key(), StandardCharsets.UTF_8))
        .toList();
  }
}
