package org.spineregistry.synthesis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.control.Faults;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.report.ControlResult;
import org.spineregistry.synthesis.rigorous.Tier;
import org.spineregistry.synthesis.run.Outcome;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;

/** Data of an unknown generator are judged by patients that it never saw. */
class EvaluationTest {
  private static EvaluationResult faithful;

  @BeforeAll
  static void evaluates() {
    faithful = Foreign.evaluate(Foreign.FAITHFUL, 2);
  }

  @Test
  void faithfulRowsFailNoGate() {
    assertThat(faithful.gates()).filteredOn(gate -> gate.verdict() == Verdict.FAIL).isEmpty();
    assertThat(faithful.outcome()).isIn(Outcome.CERTIFIED, Outcome.NOT_CERTIFIABLE);
  }

  @Test
  void everyGateThatNeedsNoModelIsThere() {
    assertThat(faithful.gates().stream().map(GateResult::id).toList())
        .contains("G0", "F1-ks", "F2-jsd-mean", "F3-slope", "F4-joint", "F5", "F6", "U1")
        .contains("U2-signs", "P1-near", "P2", "P3-auc-family", "P3-tpr-distance")
        .contains("P4-singling-out", "P6", "P6-extremes", "P6-levels");
  }

  @Test
  void gatesThatNeedTheModelAreShownAsNotRun() {
    for (String id : List.of("U3", "P7", "P8", "R1", "R2")) {
      GateResult gate = gate(faithful, id);
      assertThat(gate.isDeciding()).isFalse();
      assertThat(gate.detail()).isEqualTo("not run: needs the model");
    }
  }

  @Test
  void everyControlIsCaught() {
    assertThat(faithful.controls())
        .hasSizeGreaterThanOrEqualTo(6)
        .allMatch(ControlResult::isCaught);
    assertThat(gate(faithful, "G0").verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void copiesOfTheTrainingPatientsAreRefused() {
    Table copies =
        new Faults(Foreign.TRAINING, Foreign.SEED.stream("copies")).copies(Foreign.FAITHFUL.rows());

    EvaluationResult result = Foreign.evaluate(copies, 2);

    assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(gate(result, "P1-near").verdict()).isEqualTo(Verdict.FAIL);
    assertThat(gate(result, "P2").verdict()).isEqualTo(Verdict.FAIL);
    assertThat(gate(result, "P3-auc-distance").verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void gatesDoNotDependOnTheNumberOfThreads() {
    assertThat(Foreign.evaluate(Foreign.FAITHFUL, 1).gates()).isEqualTo(faithful.gates());
  }

  @Test
  void publishedGatesStandBesideAndDecideNothing() {
    EvaluationResult result =
        Foreign.evaluate(
            new EvaluationInput(
                Foreign.TRAINING,
                Foreign.HOLDOUT,
                Foreign.FAITHFUL.select(IntStream.range(0, 600).toArray()),
                Foreign.CONTRACT),
            EvaluationSettings.of(Tier.CONTROLLED),
            2);

    assertThat(result.gates())
        .filteredOn(gate -> gate.id().startsWith("published-2026:"))
        .hasSizeGreaterThanOrEqualTo(7)
        .noneMatch(GateResult::isDeciding);
  }

  @Test
  void aControlThatNobodyCouldSeeInFewColumnsIsNotCertifiable() {
    Table few = rareEvents(300, "training");

    EvaluationResult result =
        Foreign.evaluate(
            new EvaluationInput(
                few, rareEvents(300, "holdout"), rareEvents(500, "rows"), Contract.none()),
            new EvaluationSettings(Tier.CONTROLLED, false, false, Map.of()),
            2);

    assertThat(result.outcome()).isNotIn(Outcome.ENGINE_FAULT, Outcome.CERTIFIED);
    assertThat(gate(result, "G0").verdict()).isEqualTo(Verdict.NOT_CERTIFIABLE);
    assertThat(gate(result, "G0").detail())
        .contains("P3 cannot see the control copy with noise: patients are so alike");
  }

  /** An outcome that is 0 or seldom 1, of which a shift by one deviation is rounded away. */
  private static Table rareEvents(int rows, String label) {
    RandomStream stream = Foreign.SEED.stream(label);
    double[] outcome = new double[rows];
    double[] predictor = new double[rows];
    for (int row = 0; row < rows; row++) {
      double risk = stream.normal(row, 0, 0);
      outcome[row] = risk + stream.normal(row, 0, 1) > 1.9 ? 1 : 0;
      predictor[row] = Math.rint(1000 * risk) / 1000;
    }
    return Table.of(
        List.of(
            Column.number("events", 0).with(ColumnRole.PRIMARY_OUTCOME),
            Column.number("risk", 3).with(ColumnRole.PREDICTOR)),
        List.of(ColumnValues.numbers(outcome), ColumnValues.numbers(predictor)));
  }

  private static GateResult gate(EvaluationResult result, String id) {
    return result.gates().stream().filter(g -> g.id().equals(id)).findFirst().orElseThrow();
  }
}
