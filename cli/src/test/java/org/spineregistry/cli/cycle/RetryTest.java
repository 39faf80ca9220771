package org.spineregistry.cli.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.event.CertificationRequested;
import org.spineregistry.event.CertificationTrigger;
import org.spineregistry.event.CycleVerdict;
import org.spineregistry.schemas.id.SpineIds;
import org.spineregistry.schemas.serde.SpineSerdes;

class RetryTest {
  private final List<CycleEvents.Event<CertificationRequested>> requests = new ArrayList<>();
  private final List<CycleEvents.Event<CertificationCompleted>> results = new ArrayList<>();

  @BeforeAll
  static void trustOurRecords() {
    SpineSerdes.registering("mock://RetryTest"); // Avro's builders ask for it
  }

  @Test
  void aFailedCycleIsAskedForAgainAsItWas() {
    requested("r1", Cycles.request());
    completed("c1", CycleVerdict.FAILED, 1);

    Retry retry = retry();

    CertificationRequested same =
        CertificationRequested.newBuilder(retry.request())
            .setTrigger(CertificationTrigger.THRESHOLD)
            .setAttempt(1)
            .setCauseId("case-event")
            .setRequestedAt(Cycles.T0)
            .build();
    assertThat(same).isEqualTo(Cycles.request());
    assertThat(retry.request().getTrigger()).isEqualTo(CertificationTrigger.OPERATOR);
    assertThat(retry.request().getAttempt()).isEqualTo(2);
    assertThat(retry.request().getRequestedAt()).isEqualTo(Cycles.T0.plusSeconds(60));
    assertThat(retry.request().getCauseId()).isEqualTo("c1");
    assertThat(retry.failureId()).isEqualTo("c1");
    assertThat(retry.sentence()).contains("attempt 2 of cycle", "attempt 1 failed: NO_FIT");
  }

  @Test
  void everyAttemptHasItsOwnEventIdHoweverOftenItIsAskedFor() {
    requested("r1", Cycles.request());
    completed("c1", CycleVerdict.FAILED, 1);
    Retry second = retry();
    assertThat(second.id())
        .isEqualTo(SpineIds.event("CertificationRequested", Cycles.CYCLE, 2).toString())
        .isEqualTo(retry().id());
    requested(second.id(), second.request());
    completed("c2", CycleVerdict.FAILED, 4); // two attempts died before this one ended

    Retry next = retry();

    assertThat(next.request().getAttempt()).isEqualTo(5);
    assertThat(next.id()).isNotEqualTo(second.id());
    assertThat(next.failureId()).isEqualTo("c2");
  }

  @Test
  void aCycleThatNobodyAskedForIsUnknown() {
    refused("cycle " + Cycles.CYCLE + " is unknown: nobody has asked for it");
  }

  @Test
  void aCycleThatIsUnderWayIsNotAskedForAgain() {
    requested("r1", Cycles.request());
    refused("cycle " + Cycles.CYCLE + " has no result yet");
  }

  @Test
  void aRetryThatIsUnderWayIsNotAskedForAgain() {
    requested("r1", Cycles.request());
    completed("c1", CycleVerdict.FAILED, 1);
    requested(retry().id(), retry().request());
    refused("cycle " + Cycles.CYCLE + " has no result yet of the retry that was asked for before");
  }

  @Test
  void aVerdictOnTheDataIsFinal() {
    requested("r1", Cycles.request());
    completed("c1", CycleVerdict.FAILED, 1);
    completed("c2", CycleVerdict.REFUSED, 2);
    refused("cycle " + Cycles.CYCLE + " is REFUSED; only a FAILED cycle can be run again");
    results.clear();
    completed("c1", CycleVerdict.CERTIFIED, 1);
    refused("cycle " + Cycles.CYCLE + " is CERTIFIED; only a FAILED cycle can be run again");
  }

  @Test
  void aSlowClockDoesNotPutTheRetryBeforeTheRequest() {
    requested("r1", Cycles.request());
    completed("c1", CycleVerdict.FAILED, 1);
    Retry retry = Retry.of(Cycles.CYCLE, events(), Cycles.T0.minusSeconds(9));
    assertThat(retry.request().getRequestedAt()).isAfter(Cycles.T0);
  }

  private Retry retry() {
    return Retry.of(Cycles.CYCLE, events(), Cycles.T0.plusSeconds(60));
  }

  private void refused(String sentence) {
    assertThatThrownBy(this::retry)
        .isInstanceOfSatisfying(
            UserProblem.class, problem -> assertThat(problem.exitCode()).isEqualTo(2))
        .hasMessage(sentence);
  }

  private CycleEvents events() {
    return new CycleEvents(requests, results);
  }

  private void requested(String id, CertificationRequested request) {
    requests.add(new CycleEvents.Event<>(id, request));
  }

  private void completed(String id, CycleVerdict verdict, int attempt) {
    results.add(new CycleEvents.Event<>(id, Cycles.result(verdict, attempt)));
  }
}
