package org.spineregistry.certification.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.event.CertificationProgress;
import org.spineregistry.event.CertificationRequested;
import org.spineregistry.event.CertificationStatus;
import org.spineregistry.event.CertificationTrigger;
import org.spineregistry.event.CycleState;
import org.spineregistry.event.CycleVerdict;
import org.spineregistry.schemas.serde.SpineSerdes;

/**
 * The row of a cycle that failed and was asked for again. Topics keep their own order and are read
 * in any order among each other.
 */
class RetriedCycleTest {
  private static final Instant T0 = Instant.parse("2026-11-23T12:00:00Z");
  private static final String CYCLE = "4d0c1bf5-d453-5fdd-beb9-9d7e56b33a89";

  /** One event of a topic. */
  private interface Fact extends Consumer<CertificationStatus> {}

  private final Fact request = requested(1, CertificationTrigger.THRESHOLD, 0);
  private final Fact firstRun = progress(1, 1);
  private final Fact failure = completed(1, CycleVerdict.FAILED, 2);
  private final Fact retry = requested(2, CertificationTrigger.OPERATOR, 10);
  private final Fact secondRun = progress(2, 11);

  @BeforeAll
  static void trustOurRecords() {
    SpineSerdes.registering("mock://RetriedCycleTest"); // Avro's builders ask for it
  }

  @Test
  void aRetryLeadsAFailedCycleBackToRequestedInEveryOrder() {
    CertificationStatus row =
        onlyRowOf(List.of(List.of(request, retry), List.of(firstRun), List.of(failure)));

    assertThat(row.getState()).isEqualTo(CycleState.REQUESTED);
    assertThat(row.getStateSince()).isEqualTo(T0.plusSeconds(10));
    assertThat(row.getVerdict()).isNull();
    assertThat(row.getReasons()).isEmpty();
    assertThat(row.getTrigger()).isEqualTo("OPERATOR");
    assertThat(row.getCases()).isEqualTo(125);
  }

  @Test
  void theNewAttemptIsShownAsRunningInEveryOrder() {
    CertificationStatus row =
        onlyRowOf(List.of(List.of(request, retry), List.of(firstRun, secondRun), List.of(failure)));

    assertThat(row.getState()).isEqualTo(CycleState.RUNNING);
    assertThat(row.getAttempt()).isEqualTo(2);
    assertThat(row.getStage()).isEqualTo("FIT");
  }

  @ParameterizedTest
  @EnumSource(names = {"CERTIFIED", "REFUSED"})
  void theNewResultReplacesTheFailureInEveryOrder(CycleVerdict verdict) {
    CertificationStatus row =
        onlyRowOf(
            List.of(
                List.of(request, retry),
                List.of(firstRun, secondRun),
                List.of(failure, completed(2, verdict, 12))));

    assertThat(row.getState().name()).isEqualTo(verdict.name());
    assertThat(row.getStateSince()).isEqualTo(T0.plusSeconds(12));
    assertThat(row.getVerdict()).isEqualTo(verdict.name());
    assertThat(row.getAttempt()).isEqualTo(2);
    assertThat(row.getCases()).isEqualTo(124);
  }

  @Test
  void aFailureThatIsReadWithoutProgressIsReplacedAsWell() {
    CertificationStatus row =
        onlyRowOf(
            List.of(
                List.of(request, retry), List.of(failure, completed(2, CycleVerdict.REFUSED, 12))));

    assertThat(row.getState()).isEqualTo(CycleState.REFUSED);
  }

  @Test
  void aRetryThatFailsIsShownAsFailed() {
    CertificationStatus row =
        rowOf(List.of(request, failure, retry, secondRun, completed(2, CycleVerdict.FAILED, 12)));

    assertThat(row.getState()).isEqualTo(CycleState.FAILED);
    assertThat(row.getStateSince()).isEqualTo(T0.plusSeconds(12));
    assertThat(row.getAttempt()).isEqualTo(2);
  }

  @Test
  void copiesOfTheSameEventsChangeNothing() {
    List<Fact> facts =
        List.of(
            request, firstRun, failure, retry, secondRun, completed(2, CycleVerdict.CERTIFIED, 12));
    for (int known = 1; known <= facts.size(); known++) {
      List<Fact> twice = new ArrayList<>(facts.subList(0, known));
      CertificationStatus once = rowOf(twice);
      twice.addAll(facts.subList(0, known));
      assertThat(rowOf(twice)).isEqualTo(once);
    }
  }

  @Test
  void aRequestForACycleThatIsDoneLeavesItsVerdict() {
    CertificationStatus row =
        onlyRowOf(
            List.of(List.of(request, retry), List.of(completed(1, CycleVerdict.CERTIFIED, 2))));

    assertThat(row.getState()).isEqualTo(CycleState.CERTIFIED);
    assertThat(row.getVerdict()).isEqualTo("CERTIFIED");
  }

  /** The row that every order of reading the topics leads to. */
  private static CertificationStatus onlyRowOf(List<List<Fact>> topics) {
    Set<CertificationStatus> rows = new HashSet<>();
    interleave(topics, new ArrayList<>(), rows);
    assertThat(rows).hasSize(1);
    return rows.iterator().next();
  }

  private static void interleave(
      List<List<Fact>> topics, List<Fact> read, Set<CertificationStatus> rows) {
    if (topics.stream().allMatch(List::isEmpty)) {
      rows.add(rowOf(read));
    }
    for (int t = 0; t < topics.size(); t++) {
      List<Fact> topic = topics.get(t);
      if (!topic.isEmpty()) {
        List<List<Fact>> left = new ArrayList<>(topics);
        left.set(t, topic.subList(1, topic.size()));
        List<Fact> next = new ArrayList<>(read);
        next.add(topic.get(0));
        interleave(left, next, rows);
      }
    }
  }

  private static CertificationStatus rowOf(List<Fact> facts) {
    CertificationStatus row = CycleRow.empty(CYCLE, "sacroiliac-fusion", T0);
    facts.forEach(fact -> fact.accept(row));
    return row;
  }

  private static Fact requested(int attempt, CertificationTrigger trigger, int second) {
    CertificationRequested event =
        CertificationRequested.newBuilder()
            .setCycleId(CYCLE)
            .setCampaignId("sacroiliac-fusion")
            .setPolicyVersion(2)
            .setTrigger(trigger)
            .setThreshold(125L)
            .setCases(125)
            .setOrdinalLimit(125)
            .setProfile("published-2026")
            .setDatasetSizes(List.of(100))
            .setAuditRepeats(2)
            .setCauseId(null)
            .setRequestedAt(T0.plusSeconds(second))
            .setAttempt(attempt)
            .build();
    return row -> CycleRow.requested(row, event);
  }

  private static Fact progress(int attempt, int second) {
    CertificationProgress event =
        new CertificationProgress(
            CYCLE, "sacroiliac-fusion", attempt, "FIT", 0.2, "fitting", T0.plusSeconds(second));
    return row -> CycleRow.progress(row, event);
  }

  private static Fact completed(int attempt, CycleVerdict verdict, int second) {
    CertificationCompleted event =
        CertificationCompleted.newBuilder()
            .setCycleId(CYCLE)
            .setCampaignId("sacroiliac-fusion")
            .setPolicyVersion(2)
            .setThreshold(125L)
            .setAttempt(attempt)
            .setVerdict(verdict)
            .setReasons(verdict == CycleVerdict.CERTIFIED ? List.of() : List.of("because"))
            .setProfile("published-2026")
            .setCases(verdict == CycleVerdict.FAILED ? 0 : 124)
            .setOrdinalLimit(125)
            .setCertificate(null)
            .setContributions(null)
            .setCauseId(null)
            .setStartedAt(T0)
            .setCompletedAt(T0.plusSeconds(second))
            .build();
    return row -> CycleRow.completed(row, event);
  }
}
