package org.spineregistry.ingestor.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.spineregistry.ingestor.Samples.caseId;
import static org.spineregistry.ingestor.Samples.header;
import static org.spineregistry.ingestor.Samples.sacroiliac;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spineregistry.event.CaseRejected;
import org.spineregistry.event.CaseWithdrawn;
import org.spineregistry.event.IntakeChannel;
import org.spineregistry.event.IntakeOutcome;
import org.spineregistry.event.WithdrawalReason;
import org.spineregistry.ingestor.Samples;
import org.spineregistry.ingestor.check.IntakeChecks;
import org.spineregistry.ingestor.check.Transport;
import org.spineregistry.ingestor.check.Transport.Header;
import org.spineregistry.ingestor.check.Verdict;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.service.health.Condition;

class CaseDeskTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private final LoopbackKafka kafka = new LoopbackKafka();

  @BeforeEach
  void start() {
    kafka.receipts.start();
    await().until(() -> kafka.receipts.condition() == Condition.WORKING);
  }

  @AfterEach
  void stop() {
    kafka.close();
  }

  private static CaseAnswer get(CompletableFuture<CaseAnswer> answer) throws Exception {
    return answer.get(30, TimeUnit.SECONDS);
  }

  private static NoAnswer problem(CompletableFuture<CaseAnswer> answer) {
    return NoAnswer.in(catchThrowable(() -> answer.get(30, TimeUnit.SECONDS)));
  }

  @Test
  void sendsAGoodCaseAndAnswersWithItsReceipt() throws Exception {
    kafka.decision = record -> IntakeOutcome.DUPLICATE;

    CaseAnswer answer = get(kafka.desk(LONG).submit(sacroiliac(1, 1), Optional.of(TRACE)));

    assertThat(answer.outcome()).isEqualTo("duplicate");
    ProducerRecord<String, byte[]> sent = kafka.sent().get(0);
    assertThat(sent.topic()).isEqualTo("spine.case.submitted.v1");
    assertThat(sent.key()).isEqualTo(caseId(1));
    assertThat(EventHeaders.eventId(sent.headers())).contains(answer.requestId());
    assertThat(EventHeaders.text(sent.headers(), EventHeaders.TRACE_PARENT)).contains(TRACE);
  }

  @Test
  void whatItSendsPassesTheChecksOfTheTopology() throws Exception {
    get(kafka.desk(LONG).submit(sacroiliac(1, 1), Optional.of(TRACE)));

    ProducerRecord<String, byte[]> sent = kafka.sent().get(0);
    GenericRecord record =
        LoopbackKafka.SERDES.cases().deserializer().deserialize(sent.topic(), sent.value());
    Transport transport = new Transport(sent.key(), true, true, headers(sent.headers()));
    IntakeChecks checks = Samples.CHECKS;
    assertThat(checks.avro(record, transport, Optional.empty()).outcome())
        .isEqualTo(Verdict.Outcome.ACCEPTED);
  }

  private static List<Header> headers(Headers headers) {
    return java.util.Arrays.stream(headers.toArray())
        .map(h -> new Header(h.key(), EventHeaders.text(headers, h.key()).orElseThrow()))
        .toList();
  }

  @Test
  void ignoresATraceContextOfAnotherForm() throws Exception {
    get(kafka.desk(LONG).submit(sacroiliac(1, 1), Optional.of("jean@chu.example.fr")));

    assertThat(kafka.sent().get(0).headers().lastHeader("traceparent")).isNull();
  }

  @Test
  void refusesABrokenCaseAtOnceAndWritesItsRejection() throws Exception {
    ObjectNode tree = sacroiliac(1, 1);
    tree.put("bmi", 99.9);

    CaseAnswer answer = get(kafka.desk(LONG).submit(tree, Optional.empty()));

    assertThat(answer.outcome()).isEqualTo("rejected");
    assertThat(answer.findings())
        .extracting(CaseAnswer.Reason::code)
        .containsExactly("OUT_OF_RANGE");
    ProducerRecord<String, byte[]> sent = kafka.sent().get(0);
    assertThat(sent.topic()).isEqualTo("spine.case.rejected.v1");
    CaseRejected event =
        LoopbackKafka.SERDES
            .<CaseRejected>event()
            .deserializer()
            .deserialize(sent.topic(), sent.value());
    assertThat(sent.key()).isEqualTo(event.getRejectionId());
    assertThat(event.getChannel()).isEqualTo(IntakeChannel.REST);
    assertThat(event.getRequestId()).isEqualTo(answer.requestId());
    assertThat(event.getCaseId()).isEqualTo(caseId(1));
    assertThat(EventHeaders.text(sent.headers(), EventHeaders.CAUSE)).contains(answer.requestId());
    assertThat(
            kafka
                .meters
                .get("spine.cases")
                .tags("campaign", Samples.SIJ, "outcome", "rejected", "code", "OUT_OF_RANGE")
                .counter()
                .count())
        .isEqualTo(1);
  }

  @Test
  void countsIdentifierHits() throws Exception {
    ObjectNode tree = sacroiliac(1, 1);
    tree.put("sex", "jean@chu.example.fr");
    get(kafka.desk(LONG).submit(tree, Optional.empty()));

    assertThat(kafka.meters.get("spine.identifier.hits").tag("detector", "EMAIL").counter().count())
        .isEqualTo(1);
  }

  @Test
  void aRefusedCaseIdIsNotAnswered() throws Exception {
    ObjectNode tree = sacroiliac();
    header(tree).put("caseId", "2ed6657d-e927-568b-95e1-2665a8aea6a2");

    CaseAnswer answer = get(kafka.desk(LONG).submit(tree, Optional.empty()));

    assertThat(answer.caseId()).isNull();
  }

  @Test
  void sendsAWithdrawal() throws Exception {
    kafka.decision = record -> IntakeOutcome.WITHDRAWN;

    CaseAnswer answer =
        get(
            kafka
                .desk(LONG)
                .withdraw(caseId(1), WithdrawalReason.CONSENT_REVOKED, Optional.empty()));

    assertThat(answer.outcome()).isEqualTo("withdrawn");
    ProducerRecord<String, byte[]> sent = kafka.sent().get(0);
    assertThat(sent.topic()).isEqualTo("spine.case.withdrawn.v1");
    CaseWithdrawn event =
        LoopbackKafka.SERDES
            .<CaseWithdrawn>event()
            .deserializer()
            .deserialize(sent.topic(), sent.value());
    assertThat(event.getReason()).isEqualTo(WithdrawalReason.CONSENT_REVOKED);
    assertThat(sent.key()).isEqualTo(caseId(1));
  }

  @Test
  void saysThatASilentSubmissionMayStillBeProcessed() {
    kafka.decision = record -> null;

    NoAnswer problem =
        problem(kafka.desk(Duration.ofMillis(50)).submit(sacroiliac(1, 1), Optional.empty()));

    assertThat(problem.code()).isEqualTo("NOT_CONFIRMED");
    assertThat(problem.getMessage()).contains("may still be processed");
    assertThat(problem.requestId()).isNotNull();
  }

  @Test
  void saysThatNothingWasSentWhenKafkaOrTheRegistryCannotBeReached() {
    kafka.failure = new TimeoutException("MARKER");

    NoAnswer accepted = problem(kafka.desk(LONG).submit(sacroiliac(1, 1), Optional.empty()));
    NoAnswer rejected =
        problem(kafka.desk(LONG).submit(Samples.sacroiliac().putObject("x"), Optional.empty()));

    assertThat(accepted.code()).isEqualTo("NOT_SENT");
    assertThat(rejected.code()).isEqualTo("NOT_SENT");
    assertThat(accepted.getMessage()).doesNotContain("MARKER");
    assertThat(kafka.receipts.details()).containsEntry("waiting", 0);
  }

  @Test
  void takesNothingBeforeReceiptsAreRead() {
    try (LoopbackKafka starting = new LoopbackKafka()) {
      assertThat(problem(starting.desk(LONG).submit(sacroiliac(1, 1), Optional.empty())).code())
          .isEqualTo("NOT_SENT");
      assertThat(starting.sent()).isEmpty();
    }
  }
}
