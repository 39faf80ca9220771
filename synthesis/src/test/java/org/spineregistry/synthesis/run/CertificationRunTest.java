package org.spineregistry.synthesis.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.classic.ClassicOptions;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.OverallVerdict;
import org.spineregistry.synthesis.gate.Verdict;
import org.spineregistry.synthesis.parallel.CancelledException;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.run.ProgressListener.Stage;
import org.spineregistry.synthesis.table.CsvReader;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;

class CertificationRunTest {
  private static final Seed SEED = Seed.ofHex("c3".repeat(32));
  private static final int PATIENTS = 120;
  private static final Table COHORT =
      OptData.cohort().select(IntStream.range(0, PATIENTS).toArray());
  private static final List<String> SITES = OptData.sites().subList(0, PATIENTS);

  @Test
  void sameInputsGiveTheSameResultOnOneTwoAndSixteenThreads() {
    RunResult one = run(1);
    RunResult two = run(2);
    RunResult sixteen = run(16);

    for (RunResult other : List.of(two, sixteen)) {
      assertThat(other.gates()).isEqualTo(one.gates());
      assertThat(other.parameters()).isEqualTo(one.parameters());
      assertThat(digests(other)).isEqualTo(digests(one));
      assertThat(other.datasets().get(1).csv()).isEqualTo(one.datasets().get(1).csv());
    }
  }

  /**
   * The promise across JVMs: whoever changes these values changes the bytes of every release, and
   * must raise the version of {@link EngineInfo}.
   */
  @Test
  void bytesAndGateValuesAreThoseOfEngineVersionTwo() {
    RunResult result = run(2);

    assertThat(result.engine().name()).isEqualTo("spine-synthesis");
    assertThat(result.engine().version()).isEqualTo("2");
    assertThat(result.engine().model()).isEqualTo("classic");
    assertThat(result.engine().commit()).matches("[0-9a-f]{40}(-dirty)?|unknown");
    assertThat(digests(result)).isEqualTo(GoldenRun.DIGESTS);
    assertThat(result.gates().stream().map(GateResult::value).toList())
        .isEqualTo(GoldenRun.GATE_VALUES);
  }

  @Test
  void datasetsReadBackAsTablesOfTheSchema() {
    RunResult result = run(2);

    assertThat(result.datasets()).extracting(Dataset::rows).containsExactly(50, 200);
    for (Dataset dataset : result.datasets()) {
      Table table = CsvReader.read(dataset.csv(), COHORT.columns());
      assertThat(table.rows()).isEqualTo(dataset.rows());
    }
    assertThat(result.seedSha256()).isEqualTo(SEED.sha256());
    assertThat(result.profile()).isEqualTo("published-2026");
    assertThat(result.notes()).isNotEmpty();
    assertThat(result.parameters())
        .containsEntry("sizes", List.of(50, 200))
        .containsEntry("auditFolds", 3)
        .containsEntry("auditRepeats", 1)
        .containsEntry("auditRows", 250)
        .containsKey("marginals");
  }

  @Test
  void verdictFollowsTheGates() {
    RunResult result = run(2);
    boolean passed =
        result.gates().stream()
            .filter(GateResult::isDeciding)
            .allMatch(gate -> gate.verdict() == Verdict.PASS);

    assertThat(passed).isTrue();
    assertThat(result.verdict()).isEqualTo(OverallVerdict.CERTIFIED);
  }

  @Test
  void anotherSeedGivesAnotherRelease() {
    RunResult other =
        new CertificationRun(settings(2))
            .execute(
                Cohort.of(COHORT, SITES),
                Seed.ofHex("c4".repeat(32)),
                (s, f, m) -> {},
                () -> false);

    assertThat(digests(other)).doesNotContainAnyElementsOf(digests(run(2)));
  }

  @Test
  void progressNeverFallsAndEndsAtOne() {
    List<Double> fractions = new ArrayList<>();
    List<Stage> stages = new ArrayList<>();

    new CertificationRun(settings(2))
        .execute(
            Cohort.of(COHORT, SITES),
            SEED,
            (stage, fraction, message) -> {
              fractions.add(fraction);
              stages.add(stage);
              assertThat(message).isNotBlank();
            },
            () -> false);

    assertThat(fractions).isSorted().first().isEqualTo(0.0);
    assertThat(fractions).last().isEqualTo(1.0);
    assertThat(stages)
        .isSorted()
        .contains(Stage.FIT, Stage.GENERATE, Stage.AUDIT, Stage.GATES, Stage.DONE);
  }

  @Test
  void aCancelledRunEndsWithItsOwnException() {
    for (Stage stage : List.of(Stage.FIT, Stage.AUDIT, Stage.GATES)) {
      AtomicInteger reached = new AtomicInteger();

      assertThatThrownBy(
              () ->
                  new CertificationRun(settings(2))
                      .execute(
                          Cohort.of(COHORT, SITES),
                          SEED,
                          (at, fraction, message) -> reached.addAndGet(at == stage ? 1 : 0),
                          () -> reached.get() > 0))
          .isInstanceOf(CancelledException.class);
    }
  }

  @Test
  void aCohortThatIsTooSmallIsRefusedWithTheMinimum() {
    Table eleven = COHORT.select(IntStream.range(0, 11).toArray());

    assertThatThrownBy(() -> execute(eleven, SITES.subList(0, 11)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A run needs at least 15 patients, this cohort has 11");
    assertThat(RunSettings.defaults(1).minimumCohort()).isEqualTo(20);
    assertThatThrownBy(() -> execute(COHORT, SITES.subList(0, 11)))
        .hasMessage("There must be one site for each patient");
  }

  @Test
  void theSmallestCohortRuns() {
    Table smallest = COHORT.select(IntStream.range(0, 15).toArray());

    RunResult result = execute(smallest, SITES.subList(0, 15));

    assertThat(result.datasets()).hasSize(2);
  }

  private static RunResult execute(Table cohort, List<String> sites) {
    return new CertificationRun(settings(2))
        .execute(Cohort.of(cohort, sites), SEED, (s, f, m) -> {}, () -> false);
  }

  private static RunResult run(int threads) {
    return new CertificationRun(settings(threads))
        .execute(Cohort.of(COHORT, SITES), SEED, (s, f, m) -> {}, () -> false);
  }

  private static List<String> digests(RunResult result) {
    return result.datasets().stream().map(Dataset::sha256).toList();
  }

  private static RunSettings settings(int threads) {
    return new RunSettings(
        "published-2026",
        List.of(50, 200),
        1,
        3,
        threads,
        ClassicOptions.published(),
        Map.of("ageYears", 10.0));
  }
}
