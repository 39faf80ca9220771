package org.spineregistry.synthesis.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.contract.DerivedColumns;
import org.spineregistry.synthesis.contract.Regression;
import org.spineregistry.synthesis.contract.RowRules;
import org.spineregistry.synthesis.copula.StepCopula;
import org.spineregistry.synthesis.copula.StepOptions;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.release.ReleaseFiles;
import org.spineregistry.synthesis.release.ReleaseSubject;
import org.spineregistry.synthesis.report.ControlResult;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.TableBuilder;

/** The whole profile on a cohort whose law is known and simple enough to be certified. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RigorousRunTest {
  private static final int PATIENTS = 400;
  private static final Seed SEED = Seed.ofHex("5e".repeat(32));
  private static final List<Integer> SIZES = List.of(100, 2000);

  private final List<Double> fractions = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();
  private RunResult result;

  @BeforeAll
  void runs() {
    result =
        run(
            2,
            (stage, fraction, message) -> {
              fractions.add(fraction);
              messages.add(message);
            });
  }

  @Test
  void aSimpleCohortIsCertified() {
    assertThat(result.gates())
        .filteredOn(gate -> gate.isDeciding() && gate.verdict() != Verdict.PASS)
        .isEmpty();
    assertThat(result.outcome()).isEqualTo(Outcome.CERTIFIED);
    assertThat(result.advice()).isEmpty();
  }

  @Test
  void everyGateOfTheProfileIsThere() {
    assertThat(result.gates())
        .extracting(gate -> gate.id().split("-")[0])
        .containsSubsequence("G0", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "U1", "U2", "U3")
        .containsSubsequence("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "R2", "R1");
    assertThat(result.gates())
        .filteredOn(gate -> gate.id().startsWith("published-2026:"))
        .hasSize(8)
        .noneMatch(GateResult::isDeciding);
  }

  @Test
  void everyControlIsCaughtByEachOfItsGates() {
    assertThat(result.controls())
        .extracting(ControlResult::name)
        .containsExactly(
            "copy",
            "copy with noise",
            "independent",
            "collapsed",
            "shifted",
            "scattered",
            "turned");
    assertThat(result.controls()).allMatch(ControlResult::isCaught);
  }

  @Test
  void progressRisesToTheEndAndSaysNoValue() {
    assertThat(fractions).isSorted().first().isEqualTo(0.0);
    assertThat(fractions).last().isEqualTo(1.0);
    assertThat(messages).anyMatch(message -> message.startsWith("audited 1 of "));
  }

  @Test
  void figuresShowWhatTheRunMeasured() {
    assertThat(result.figures().attacks()).hasSize(4);
    assertThat(result.figures().marginals()).hasSize(8);
    assertThat(result.figures().correlations()).isPresent();
    assertThat(result.figures().missingness()).isPresent();
    assertThat(result.figures().learningCurve().orElseThrow().points()).hasSize(4);
    assertThat(result.figures().subgroups())
        .extracting(row -> row.column() + " " + row.group())
        .contains("sex F", "age below 50", "site a");
  }

  @Test
  void oneThreadGivesTheSameBytesAndValues() {
    RunResult again = run(1, (stage, fraction, message) -> {});

    assertThat(again.datasets())
        .extracting(Dataset::sha256)
        .isEqualTo(result.datasets().stream().map(Dataset::sha256).toList());
    assertThat(again.gates()).isEqualTo(result.gates());
    assertThat(again.figures()).isEqualTo(result.figures());
  }

  @Test
  void aRepetitionWithoutAuditGivesTheSameBytes() {
    try (Workers workers = new Workers(2, () -> false)) {
      List<Dataset> repeated =
          new Repetition(
                  new StepCopula(
                      StepOptions.of(
                          3, ((Number) result.parameters().get("kappaUsed")).doubleValue()),
                      cohort().contract(),
                      SEED),
                  SIZES)
              .of(cohort().table(), workers);
      assertThat(repeated)
          .extracting(Dataset::sha256)
          .isEqualTo(result.datasets().stream().map(Dataset::sha256).toList());
    }
  }

  @Test
  void filesOfTheSameRunAreTheSame() {
    ReleaseFiles files = ReleaseFiles.of(result, subject());

    assertThat(files.all())
        .extracting(file -> file.name())
        .containsExactly(
            "synthetic-100.csv",
            "synthetic-2000.csv",
            "synthetic-100.parquet",
            "synthetic-2000.parquet",
            "dictionary.csv",
            "dictionary.json",
            "croissant.json",
            "report.json",
            "report.html");
    assertThat(ReleaseFiles.of(result, subject()).all())
        .extracting(file -> file.facts().sha256())
        .isEqualTo(files.all().stream().map(file -> file.facts().sha256()).toList());
  }

  @Test
  void aCohortWhoseRowsNobodySharesIsRefusedWithTheLever() {
    Cohort cohort = cohort();
    Cohort unbanded =
        new Cohort(
            cohort.table(),
            cohort.sites(),
            new Contract(RowRules.none(), DerivedColumns.none(), List.of(), List.of(), Map.of()));
    RunSettings settings = RunSettings.of("rigorous/PUBLIC", ModelKind.STEP_COPULA, SIZES, 1, 5, 2);

    RunResult refused =
        new CertificationRun(settings)
            .execute(unbanded, SEED, (stage, fraction, message) -> {}, () -> false);

    assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(refused.datasets()).isEmpty();
    assertThat(refused.gates())
        .singleElement()
        .satisfies(gate -> assertThat(gate.detail()).contains("K_MAP keeps"));
    assertThat(refused.advice())
        .singleElement()
        .asString()
        .contains("% of the patients have quasi-identifiers", "without age 100 %");
    assertThat(ReleaseFiles.of(refused, subject()).all())
        .extracting(file -> file.name())
        .containsExactly("report.json", "report.html");
  }

  private static ReleaseSubject subject() {
    return new ReleaseSubject(
        "simple",
        PATIENTS,
        cohort().table().columns(),
        Map.of(),
        "nobody",
        "urn:none",
        "2026-01-01",
        List.of());
  }

  private static RunResult run(int threads, ProgressListener progress) {
    RunSettings settings =
        RunSettings.of("rigorous/CONTROLLED", ModelKind.STEP_COPULA, SIZES, 2, 5, threads);
    return new CertificationRun(settings).execute(cohort(), SEED, progress, () -> false);
  }

  /** A chain of correlated numbers, a binary secret, and a visit that some miss. */
  private static Cohort cohort() {
    List<Column> columns =
        List.of(
            Column.number("age", 0)
                .between(18.0, 95.0)
                .with(ColumnRole.QUASI_IDENTIFIER)
                .with(ColumnRole.PREDICTOR)
                .with(ColumnRole.BEFORE_TREATMENT),
            Column.category("sex", List.of("F", "M"))
                .inOrder()
                .with(ColumnRole.QUASI_IDENTIFIER)
                .with(ColumnRole.BEFORE_TREATMENT),
            Column.number("pain", 1)
                .between(0.0, 100.0)
                .with(ColumnRole.PREDICTOR)
                .with(ColumnRole.BEFORE_TREATMENT),
            Column.number("function", 1)
                .between(0.0, 100.0)
                .with(ColumnRole.PREDICTOR)
                .with(ColumnRole.BEFORE_TREATMENT),
            Column.bool("smoker").with(ColumnRole.SECRET),
            Column.number("stay", 0).between(0.0, 60.0).with(ColumnRole.AFTER_TREATMENT),
            Column.number("score", 1)
                .between(0.0, 100.0)
                .with(ColumnRole.PRIMARY_OUTCOME)
                .with(ColumnRole.AFTER_TREATMENT),
            Column.number("satisfaction", 0)
                .between(0.0, 10.0)
                .with(ColumnRole.AFTER_OUTCOME)
                .with(ColumnRole.AFTER_TREATMENT));
    TableBuilder table = new TableBuilder(columns);
    Random random = new Random(7);
    List<String> sites = new ArrayList<>();
    for (int row = 0; row < PATIENTS; row++) {
      double health = random.nextGaussian();
      boolean lost = random.nextDouble() < 0.15;
      table.add(
          Arrays.asList(
              Math.round(clipped(60 + 12 * random.nextGaussian(), 18, 95)),
              random.nextBoolean() ? "F" : "M",
              tenths(50 - 12 * health + 10 * random.nextGaussian()),
              tenths(50 + 12 * health + 10 * random.nextGaussian()),
              random.nextDouble() < 0.4 ? "true" : "false",
              Math.round(clipped(8 - 2 * health + 2 * random.nextGaussian(), 0, 60)),
              lost ? null : tenths(40 - 12 * health + 9 * random.nextGaussian()),
              lost
                  ? null
                  : Math.round(clipped(6 + 2 * health + 2 * random.nextGaussian(), 0, 10))));
      sites.add(row % 2 == 0 ? "a" : "b");
    }
    return new Cohort(
        table.build(),
        Collections.unmodifiableList(sites),
        new Contract(
            RowRules.none(),
            DerivedColumns.none(),
            List.of(),
            List.of(new Regression("score", List.of("pain", "function"))),
            Map.of("age", List.of(50.0, 60.0, 70.0))));
  }

  private static double tenths(double value) {
    return Math.rint(clipped(value, 0, 100) * 10) / 10;
  }

  private static double clipped(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }
}
