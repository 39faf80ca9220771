package org.spineregistry.ingestor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.spineregistry.ingestor.Samples.avro;
import static org.spineregistry.ingestor.Samples.caseId;
import static org.spineregistry.ingestor.Samples.sacroiliac;
import static org.spineregistry.schemas.topic.Topics.CASE_ACCEPTED;
import static org.spineregistry.schemas.topic.Topics.CASE_RECEIPT;
import static org.spineregistry.schemas.topic.Topics.CASE_SUBMITTED;
import static org.spineregistry.schemas.topic.Topics.DEAD_LETTER;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.event.CaseReceipt;
import org.spineregistry.event.DeadLetter;
import org.spineregistry.event.IntakeOutcome;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.CampaignPartitions;

/** Intake straight on Kafka, as a registry app publishes. */
class KafkaIntakeIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  @TempDir Path dir;
  private RunningIntake intake;
  private SpineSerdes serdes;

  @BeforeEach
  void start() throws Exception {
    intake = new RunningIntake(KafkaIntakeIT.class, dir).install().start();
    serdes = SpineSerdes.of(intake.registryUrl());
  }

  @AfterEach
  void stop() {
    intake.close();
  }

  private ProducerRecord<byte[], byte[]> submission(int n, String eventId) {
    GenericRecord record = avro(sacroiliac(n, 1));
    String topic = intake.names.of(CASE_SUBMITTED);
    byte[] value = serdes.cases().serializer().serialize(topic, record);
    ProducerRecord<byte[], byte[]> submission =
        new ProducerRecord<>(topic, caseId(n).getBytes(StandardCharsets.UTF_8), value);
    EventHeaders.put(submission.headers(), EventHeaders.ID, eventId);
    return submission;
  }

  private ProducerRecord<byte[], byte[]> submission(int n) {
    return submission(n, UUID.randomUUID().toString());
  }

  private List<CaseReceipt> receipts() {
    return intake.read(CASE_RECEIPT).stream()
        .map(
            r ->
                serdes
                    .<CaseReceipt>event()
                    .deserializer()
                    .deserialize(r.topic(), r.headers(), r.value()))
        .toList();
  }

  private List<CaseReceipt> receipts(int count) {
    return await().atMost(LIMIT).until(this::receipts, list -> list.size() == count);
  }

  private List<String> acceptedKeys() {
    return intake.read(CASE_ACCEPTED).stream()
        .map(r -> new String(r.key(), StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void aCaseIsAnsweredUnderTheIdOfItsEvent() {
    String eventId = UUID.randomUUID().toString();
    intake.send(List.of(submission(1, eventId)));

    CaseReceipt receipt = receipts(1).get(0);
    assertThat(receipt.getRequestId()).isEqualTo(eventId);
    assertThat(receipt.getOutcome()).isEqualTo(IntakeOutcome.ACCEPTED);
    ConsumerRecord<byte[], byte[]> accepted = intake.read(CASE_ACCEPTED).get(0);
    assertThat(EventHeaders.text(accepted.headers(), EventHeaders.CAUSE)).contains(eventId);
    assertThat(
            serdes
                .cases()
                .deserializer()
                .deserialize(accepted.topic(), accepted.headers(), accepted.value()))
        .isEqualTo(avro(sacroiliac(1, 1)));
  }

  @Test
  void bytesThatNobodyCanReadBecomeDeadLettersAndTheNextCaseIsAccepted() throws Exception {
    String topic = intake.names.of(CASE_SUBMITTED);
    byte[] key = caseId(1).getBytes(StandardCharsets.UTF_8);
    byte[] text = "QQMARKER7 is no Avro".getBytes(StandardCharsets.UTF_8);
    byte[] unknown = ByteBuffer.allocate(6).put((byte) 0).putInt(987_654).put((byte) 2).array();
    intake.send(
        List.of(
            new ProducerRecord<>(topic, key, text),
            new ProducerRecord<>(topic, key, unknown),
            new ProducerRecord<>(topic, key, new byte[70_000]),
            new ProducerRecord<>(topic, key, null),
            submission(1)));

    assertThat(receipts(1).get(0).getOutcome()).isEqualTo(IntakeOutcome.ACCEPTED);
    List<DeadLetter> letters =
        intake.read(DEAD_LETTER).stream()
            .map(
                r ->
                    serdes
                        .<DeadLetter>event()
                        .deserializer()
                        .deserialize(r.topic(), r.headers(), r.value()))
            .toList();
    assertThat(letters)
        .extracting(DeadLetter::getReasonCode)
        .containsExactly("NOT_DECODABLE", "UNKNOWN_SCHEMA", "TOO_LARGE", "NOT_DECODABLE");
    assertThat(letters).extracting(DeadLetter::getOffset).containsExactly(0L, 1L, 2L, 3L);
    assertThat(intake.get("/prometheus").body()).contains("spine_dead_letters_total");
  }

  @Test
  void aCaseInThePartitionOfAnotherPartitionerIsRefused() {
    ProducerRecord<byte[], byte[]> home = submission(1);
    int other = (CampaignPartitions.of(caseId(1), 6) + 1) % 6;
    intake.send(
        List.of(
            new ProducerRecord<>(home.topic(), other, home.key(), home.value(), home.headers())));

    assertThat(receipts(1).get(0).getFindings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.getCode()).isEqualTo("WRONG_PARTITION"));
  }

  @Test
  void restAndKafkaShareOneHistory() throws Exception {
    assertThat(intake.submit(sacroiliac(1, 1)).statusCode()).isEqualTo(201);
    intake.send(List.of(submission(1)));

    assertThat(receipts(2))
        .extracting(CaseReceipt::getOutcome)
        .containsExactlyInAnyOrder(IntakeOutcome.ACCEPTED, IntakeOutcome.DUPLICATE);
  }

  @Test
  void nothingIsAcceptedTwiceAcrossARestartThatLosesTheLocalState() throws Exception {
    List<ProducerRecord<byte[], byte[]>> first = new ArrayList<>();
    for (int n = 0; n < 300; n++) {
      first.add(submission(n));
    }
    intake.send(first);
    await().atMost(LIMIT).until(() -> !intake.read(CASE_ACCEPTED).isEmpty());
    intake.stop();
    deleteState();

    intake.send(first);
    intake.start();

    assertThat(receipts(600))
        .extracting(CaseReceipt::getOutcome)
        .filteredOn(IntakeOutcome.ACCEPTED::equals)
        .hasSize(300);
    assertThat(acceptedKeys()).hasSize(300).doesNotHaveDuplicates();
  }

  private void deleteState() throws Exception {
    try (Stream<Path> files = Files.walk(dir)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(dir)) {
          Files.delete(file);
        }
      }
    }
  }
}
