package org.spineregistry.ingestor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.ingestor.Samples.avro;
import static org.spineregistry.ingestor.Samples.caseId;
import static org.spineregistry.ingestor.Samples.sacroiliac;
import static org.spineregistry.schemas.topic.Topics.CASE_ACCEPTED;
import static org.spineregistry.schemas.topic.Topics.CASE_SUBMITTED;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.event.CaseReceipt;
import org.spineregistry.event.DeadLetter;
import org.spineregistry.event.IntakeOutcome;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.topic.CampaignPartitions;

/** Intake straight on Kafka, as a registry app publishes. */
class KafkaIntakeIT {
  @TempDir static Path dir;
  private static RunningIntake intake;
  private static SubmissionFeed feed;

  @BeforeAll
  static void start() throws Exception {
    intake = new RunningIntake(KafkaIntakeIT.class, dir).install().start();
    feed = new SubmissionFeed(intake);
  }

  @AfterAll
  static void stop() {
    intake.close();
  }

  private static String eventId() {
    return UUID.randomUUID().toString();
  }

  @Test
  void aCaseIsAnsweredUnderTheIdOfItsEvent() {
    String eventId = eventId();
    intake.send(List.of(feed.submission(1, eventId)));

    assertThat(feed.receipt(eventId).getOutcome()).isEqualTo(IntakeOutcome.ACCEPTED);
    ConsumerRecord<byte[], byte[]> accepted =
        intake.read(CASE_ACCEPTED).stream()
            .filter(
                r ->
                    EventHeaders.text(r.headers(), EventHeaders.CAUSE).equals(Optional.of(eventId)))
            .findFirst()
            .orElseThrow();
    assertThat(
            feed.serdes
                .cases()
                .deserializer()
                .deserialize(accepted.topic(), accepted.headers(), accepted.value()))
        .isEqualTo(avro(sacroiliac(1, 1)));
  }

  @Test
  void bytesThatNobodyCanReadBecomeDeadLettersAndTheNextCaseIsAccepted() throws Exception {
    String topic = intake.names.of(CASE_SUBMITTED);
    byte[] key = caseId(2).getBytes(StandardCharsets.UTF_8);
    byte[] text = "no Avro".getBytes(StandardCharsets.UTF_8);
    byte[] unknown = ByteBuffer.allocate(6).put((byte) 0).putInt(987_654).put((byte) 2).array();
    String eventId = eventId();
    intake.send(
        List.of(
            new ProducerRecord<>(topic, key, text),
            new ProducerRecord<>(topic, key, unknown),
            new ProducerRecord<>(topic, key, new byte[70_000]),
            new ProducerRecord<>(topic, key, null),
            feed.submission(2, eventId)));

    assertThat(feed.receipt(eventId).getOutcome()).isEqualTo(IntakeOutcome.ACCEPTED);
    assertThat(feed.deadLetters())
        .extracting(DeadLetter::getReasonCode)
        .containsExactly("NOT_DECODABLE", "UNKNOWN_SCHEMA", "TOO_LARGE", "NOT_DECODABLE");
    assertThat(intake.get("/prometheus").body())
        .containsPattern("spine_dead_letters_total\\{code=\"TOO_LARGE\"[^}]*\\} 1");
  }

  @Test
  void aCaseInThePartitionOfAnotherPartitionerIsRefused() {
    String eventId = eventId();
    ProducerRecord<byte[], byte[]> home = feed.submission(3, eventId);
    int other = (CampaignPartitions.of(caseId(3), 6) + 1) % 6;
    intake.send(
        List.of(
            new ProducerRecord<>(home.topic(), other, home.key(), home.value(), home.headers())));

    assertThat(feed.receipt(eventId).getFindings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.getCode()).isEqualTo("WRONG_PARTITION"));
  }

  @Test
  void restAndKafkaShareOneHistory() throws Exception {
    assertThat(intake.submit(sacroiliac(4, 1)).statusCode()).isEqualTo(201);
    intake.send(List.of(feed.submission(4, eventId())));

    assertThat(feed.receipts(2, receipt -> caseId(4).equals(receipt.getCaseId())))
        .extracting(CaseReceipt::getOutcome)
        .containsExactlyInAnyOrder(IntakeOutcome.ACCEPTED, IntakeOutcome.DUPLICATE);
  }
}
