package org.spineregistry.ingestor.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.ingestor.Samples.avro;
import static org.spineregistry.ingestor.Samples.caseId;
import static org.spineregistry.ingestor.Samples.sacroiliac;

import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spineregistry.event.CaseReceipt;
import org.spineregistry.event.CaseWithdrawn;
import org.spineregistry.event.Finding;
import org.spineregistry.event.IntakeOutcome;
import org.spineregistry.event.WithdrawalReason;
import org.spineregistry.ingestor.revision.CaseHistory;

class WithdrawalTest {
  private static final String FIRST = "7c5b4f1e-2f7e-4a0e-8f0a-0f4f5a0b6c7d";
  private static final String SECOND = "1d5b4f1e-2f7e-4a0e-8f0a-0f4f5a0b6c7d";
  private IntakeDriver intake;

  @BeforeEach
  void start() {
    intake = new IntakeDriver();
  }

  @AfterEach
  void stop() {
    intake.close();
  }

  @Test
  void leavesATombstoneAndAMarkerWithoutContent() {
    intake.submit(avro(sacroiliac(1, 1)));
    intake.withdraw(caseId(1), FIRST);

    List<TestRecord<String, GenericRecord>> accepted = intake.accepted.readRecordsToList();
    assertThat(accepted).hasSize(2);
    assertThat(accepted.get(1).key()).isEqualTo(caseId(1));
    assertThat(accepted.get(1).value()).isNull();
    assertThat(intake.history(caseId(1))).isEqualTo(CaseHistory.withdrawnMarker());
    CaseReceipt receipt = intake.receipts.readValuesToList().get(1);
    assertThat(receipt.getRequestId()).isEqualTo(FIRST);
    assertThat(receipt.getOutcome()).isEqualTo(IntakeOutcome.WITHDRAWN);
    assertThat(receipt.getFindings()).isEmpty();
  }

  @Test
  void isAnsweredTwiceAndDoneOnce() {
    intake.submit(avro(sacroiliac(1, 1)));
    intake.withdraw(caseId(1), FIRST);
    intake.withdraw(caseId(1), SECOND);

    assertThat(intake.accepted.readRecordsToList()).hasSize(2);
    assertThat(intake.receipts.readValuesToList())
        .extracting(CaseReceipt::getOutcome)
        .containsExactly(IntakeOutcome.ACCEPTED, IntakeOutcome.WITHDRAWN, IntakeOutcome.WITHDRAWN);
    assertThat(
            intake
                .meters
                .get("spine.cases")
                .tag("outcome", "withdrawn")
                .tag("campaign", "sacroiliac-fusion")
                .counter()
                .count())
        .isEqualTo(1);
  }

  @Test
  void keepsALaterSubmissionOut() {
    intake.submit(avro(sacroiliac(1, 1)));
    intake.withdraw(caseId(1), FIRST);
    intake.submit(avro(sacroiliac(1, 2)));

    assertThat(intake.accepted.readRecordsToList()).hasSize(2);
    assertThat(intake.rejected.readValue().getFindings())
        .extracting(Finding::getCode)
        .containsExactly("CASE_WITHDRAWN");
  }

  @Test
  void ofAnUnknownCaseIsKeptForASubmissionOnTheWay() {
    intake.withdraw(caseId(1), FIRST);
    intake.submit(avro(sacroiliac(1, 1)));

    CaseReceipt receipt = intake.receipts.readValue();
    assertThat(receipt.getOutcome()).isEqualTo(IntakeOutcome.WITHDRAWN);
    assertThat(receipt.getFindings())
        .extracting(Finding::getCode, Finding::getLevel)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("UNKNOWN_CASE", "QUERY"));
    assertThat(intake.accepted.isEmpty()).isTrue();
    assertThat(intake.rejected.isEmpty()).isFalse();
  }

  @Test
  void underAnotherKeyIsADeadLetter() {
    CaseWithdrawn event =
        CaseWithdrawn.newBuilder()
            .setCaseId(caseId(1))
            .setReason(WithdrawalReason.OTHER)
            .setWithdrawnAt(IntakeDriver.NOW)
            .build();
    intake.withdrawn.pipeInput(caseId(2), event);
    intake.withdrawn.pipeInput(caseId(2), (CaseWithdrawn) null);

    assertThat(intake.letters.readValuesToList())
        .extracting(letter -> letter.getReasonCode())
        .containsExactly("KEY_MISMATCH", "NOT_DECODABLE");
  }
}
