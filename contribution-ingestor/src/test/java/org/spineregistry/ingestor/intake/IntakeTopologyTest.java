package org.spineregistry.ingestor.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.ingestor.Samples.SIJ;
import static org.spineregistry.ingestor.Samples.as;
import static org.spineregistry.ingestor.Samples.avro;
import static org.spineregistry.ingestor.Samples.caseId;
import static org.spineregistry.ingestor.Samples.extended;
import static org.spineregistry.ingestor.Samples.header;
import static org.spineregistry.ingestor.Samples.sacroiliac;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spineregistry.event.CaseQuery;
import org.spineregistry.event.CaseReceipt;
import org.spineregistry.event.CaseRejected;
import org.spineregistry.event.Finding;
import org.spineregistry.event.IntakeChannel;
import org.spineregistry.event.IntakeOutcome;
import org.spineregistry.ingestor.Golden;
import org.spineregistry.ingestor.Samples;
import org.spineregistry.schemas.header.EventHeaders;

class IntakeTopologyTest {
  private static final String EVENT_ID = "7c5b4f1e-2f7e-4a0e-8f0a-0f4f5a0b6c7d";
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private IntakeDriver intake;

  @BeforeEach
  void start() {
    intake = new IntakeDriver();
  }

  @AfterEach
  void stop() {
    intake.close();
  }

  private static Headers headers(String eventId) {
    Headers headers = new RecordHeaders();
    EventHeaders.write(
        headers, eventId, "/registry/app", "SacroiliacFusionCase", IntakeDriver.NOW, null);
    EventHeaders.put(headers, EventHeaders.TRACE_PARENT, TRACE);
    return headers;
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(Finding::getCode).toList();
  }

  @Test
  void acceptsAGoodCaseAndAnswersWhoeverSentIt() {
    GenericRecord record = avro(sacroiliac(1, 1));

    intake.submit(record, headers(EVENT_ID));

    TestRecord<String, GenericRecord> accepted = intake.accepted.readRecord();
    assertThat(accepted.key()).isEqualTo(caseId(1));
    assertThat(accepted.value()).hasToString(record.toString());
    TestRecord<String, CaseReceipt> receipt = intake.receipts.readRecord();
    assertThat(receipt.key()).isEqualTo(EVENT_ID);
    assertThat(receipt.value().getOutcome()).isEqualTo(IntakeOutcome.ACCEPTED);
    assertThat(receipt.value().getCaseId()).isEqualTo(caseId(1));
    assertThat(receipt.value().getRevision()).isEqualTo(1);
    assertThat(intake.rejected.isEmpty()).isTrue();
  }

  @Test
  void eventsNameTheirCauseAndKeepTheTraceAndCarryTheTimeOfTheDecision() {
    intake.submit(avro(sacroiliac(1, 1)), headers(EVENT_ID));

    TestRecord<String, GenericRecord> accepted = intake.accepted.readRecord();
    assertThat(EventHeaders.text(accepted.headers(), EventHeaders.CAUSE)).contains(EVENT_ID);
    assertThat(EventHeaders.text(accepted.headers(), EventHeaders.TRACE_PARENT)).contains(TRACE);
    assertThat(EventHeaders.text(accepted.headers(), EventHeaders.TYPE))
        .contains("SacroiliacFusionCase");
    assertThat(accepted.getRecordTime()).isEqualTo(IntakeDriver.NOW);
  }

  @Test
  void theTimestampOfTheProducerGoesNowhere() {
    Instant dayOfSurgery = Instant.parse("2024-03-18T08:30:00Z");
    intake.submitted.pipeInput(
        new TestRecord<>(caseId(1), avro(sacroiliac(1, 1)), new RecordHeaders(), dayOfSurgery));

    assertThat(intake.accepted.readRecord().getRecordTime()).isEqualTo(IntakeDriver.NOW);
    assertThat(intake.receipts.readRecord().getRecordTime()).isEqualTo(IntakeDriver.NOW);
  }

  @Test
  void oneAnswerNamesAnUnknownFieldAValueOutOfRangeAndABrokenRule() {
    GenericRecord record =
        as(
            extended(SIJ, "{\"name\":\"remark\",\"type\":[\"null\",\"string\"]}"),
            avro(sacroiliac(1, 1)));
    record.put("remark", "QQMARKER7");
    record.put("bmi", 98.7);
    record.put("priorLumbarFusion", true);

    intake.submit(record, headers(EVENT_ID));

    CaseRejected rejected = intake.rejected.readValue();
    assertThat(codes(rejected.getFindings()))
        .containsExactly("UNKNOWN_FIELD", "OUT_OF_RANGE", "PRIOR_FUSION_COUNT");
    assertThat(rejected.getFindings())
        .extracting(Finding::getField)
        .containsExactly("#53", "bmi", "priorLumbarSurgeries, priorLumbarFusion");
    assertThat(rejected.getCampaignId()).isEqualTo(SIJ);
    assertThat(rejected.getCaseId()).isEqualTo(caseId(1));
    assertThat(rejected.getChannel()).isEqualTo(IntakeChannel.KAFKA);
    assertThat(rejected.getTopic()).isEqualTo("spine.case.submitted.v1");
    assertThat(rejected.getOffset()).isZero();
    assertThat(rejected.getRejectedAt()).isEqualTo(IntakeDriver.NOW);
    CaseReceipt receipt = intake.receipts.readValue();
    assertThat(receipt.getOutcome()).isEqualTo(IntakeOutcome.REJECTED);
    assertThat(receipt.getFindings()).isEqualTo(rejected.getFindings());
    assertThat(intake.accepted.isEmpty()).isTrue();
    assertThat(intake.history(caseId(1))).isNull();
  }

  @Test
  void aRefusedCaseIdIsInNoEvent() {
    ObjectNode tree = sacroiliac();
    String derived = "2ed6657d-e927-568b-95e1-2665a8aea6a2";
    header(tree).put("caseId", derived);

    intake.submit(avro(tree), headers(EVENT_ID));

    assertThat(intake.everythingWritten()).contains("CASE_ID_NOT_RANDOM").doesNotContain(derived);
  }

  @Test
  void asksTheSiteAboutTheOdd() {
    ObjectNode tree = sacroiliac(1, 1);
    tree.put("bmi", 51.5);

    intake.submit(avro(tree));

    CaseQuery query = intake.queries.readValue();
    assertThat(codes(query.getFindings())).containsExactly("BMI_EXTREME");
    assertThat(query.getSiteId()).isEqualTo("site-7f3k9q");
    assertThat(intake.accepted.readRecord().key()).isEqualTo(caseId(1));
    assertThat(intake.receipts.readValue().getOutcome()).isEqualTo(IntakeOutcome.QUERIED);
  }

  @Test
  void theSameCaseTwiceCountsOnce() {
    intake.submit(avro(sacroiliac(1, 1)), headers(EVENT_ID));
    intake.submit(avro(sacroiliac(1, 1)));

    assertThat(intake.accepted.readRecordsToList()).hasSize(1);
    assertThat(intake.receipts.readValuesToList())
        .extracting(CaseReceipt::getOutcome)
        .containsExactly(IntakeOutcome.ACCEPTED, IntakeOutcome.DUPLICATE);
  }

  @Test
  void theSameRevisionWithOtherContentIsRefused() {
    ObjectNode other = sacroiliac(1, 1);
    other.put("odi3m", 40);
    intake.submit(avro(sacroiliac(1, 1)));
    intake.submit(avro(other));

    assertThat(intake.accepted.readRecordsToList()).hasSize(1);
    assertThat(codes(intake.rejected.readValue().getFindings()))
        .containsExactly("REVISION_CONFLICT");
  }

  @Test
  void aRefusedRevisionMayBeSentAgainCorrected() {
    ObjectNode broken = sacroiliac(1, 1);
    broken.put("bmi", 99.9);
    GenericRecord record = avro(broken);

    intake.submit(record);
    intake.submit(avro(sacroiliac(1, 1)));

    assertThat(intake.receipts.readValuesToList())
        .extracting(CaseReceipt::getOutcome)
        .containsExactly(IntakeOutcome.REJECTED, IntakeOutcome.ACCEPTED);
  }

  @Test
  void aLaterRevisionReplacesAndAnEarlierOneIsSuperseded() {
    ObjectNode baseline = sacroiliac(1, 1);
    baseline.remove(List.of("odi24m", "vasBack24m", "satisfaction24m"));
    intake.submit(avro(sacroiliac(1, 3)));
    intake.submit(avro(baseline));

    assertThat(intake.accepted.readRecordsToList()).hasSize(1);
    assertThat(intake.receipts.readValuesToList())
        .extracting(CaseReceipt::getOutcome)
        .containsExactly(IntakeOutcome.ACCEPTED, IntakeOutcome.SUPERSEDED);
    assertThat(intake.history(caseId(1)).revision()).isEqualTo(3);
  }

  @Test
  void namesReasonsOfHistoryTogetherWithAllOthers() {
    ObjectNode changed = sacroiliac(1, 2);
    changed.put("odi3m", 40).put("bmi", 99.9);
    intake.submit(avro(sacroiliac(1, 1)));
    intake.submit(avro(changed));

    Finding correction = intake.rejected.readValue().getFindings().get(0);
    assertThat(correction.getCode()).isEqualTo("CORRECTION_NOT_DECLARED");
    assertThat(correction.getField()).isEqualTo("bmi, odi3m");
  }

  @Test
  void aCaseNeverChangesItsCampaign() {
    ObjectNode lumbar = Samples.lumbar();
    header(lumbar).put("caseId", caseId(1)).put("revision", 2);
    intake.submit(avro(sacroiliac(1, 1)));
    intake.submit(avro(lumbar));

    assertThat(codes(intake.rejected.readValue().getFindings()))
        .containsExactly("CAMPAIGN_CHANGED");
  }

  @Test
  void aRecordInAnotherPartitionThanItsKeySaysIsRefused() {
    try (IntakeDriver elsewhere = new IntakeDriver((key, partition) -> false)) {
      elsewhere.submit(avro(sacroiliac(1, 1)));
      assertThat(codes(elsewhere.rejected.readValue().getFindings()))
          .containsExactly("WRONG_PARTITION");
      elsewhere.withdraw(caseId(1), EVENT_ID);
      assertThat(elsewhere.letters.readValue().getReasonCode()).isEqualTo("WRONG_PARTITION");
    }
  }

  @Test
  void aSubmissionWithoutAUsableEventIdIsAnsweredUnderOneMadeFromItsCoordinates() {
    Headers headers = new RecordHeaders();
    headers.add("ce_id", "a|b".getBytes(StandardCharsets.UTF_8));

    intake.submit(avro(sacroiliac(1, 1)), headers);

    TestRecord<String, CaseReceipt> receipt = intake.receipts.readRecord();
    assertThat(codes(receipt.value().getFindings())).containsExactly("HEADER_NOT_ALLOWED");
    assertThat(receipt.key()).matches("[0-9a-f-]{14}5[0-9a-f-]{21}");
  }

  @Test
  void idsOfEventsDifferEvenWhenAProducerRepeatsItsEventId() {
    intake.submit(avro(sacroiliac(1, 1)), headers(EVENT_ID));
    intake.submit(avro(sacroiliac(2, 1)), headers(EVENT_ID));

    assertThat(intake.accepted.readRecordsToList())
        .extracting(record -> EventHeaders.eventId(record.headers()).orElseThrow())
        .doesNotHaveDuplicates();
  }

  @Test
  void isTheTopologyThatWasReviewed() throws IOException {
    String actual =
        IntakeDriver.topology((key, partition) -> true, new SimpleMeterRegistry())
            .describe()
            .toString();
    try (InputStream in = getClass().getResourceAsStream("/intake-topology.txt")) {
      String golden = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(Golden.lines(actual)).isEqualTo(Golden.lines(golden));
    }
  }
}
