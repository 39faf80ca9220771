package org.spineregistry.synthesis.rigorous;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.audit.Audit;
import org.spineregistry.synthesis.audit.Replicate;
import org.spineregistry.synthesis.audit.RiskProbe;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;
import org.spineregistry.synthesis.metric.SpearmanMatrix;
import org.spineregistry.synthesis.random.Permutation;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.report.ControlResult;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;
import org.spineregistry.synthesis.testing.OptData;

/** A control that nobody could see is no fault of the gates; one that anybody could is. */
class ControlPowerTest {
  private static final Seed SEED = Seed.ofHex("c0".repeat(32));
  private static final Table COHORT = OptData.cohort();
  private static final Replicate REPLICATE = replicate();

  @Test
  void gatesThatWorkMissNothing() {
    assertThat(controls(new RiskProbe(COHORT, SEED), judge(COHORT)))
        .isNotEmpty()
        .allMatch(ControlResult::isCaught);
  }

  @Test
  void anAttackThatTakesPatientsForOthersIsAFault() {
    Table mixedUp = COHORT.select(Permutation.of(COHORT.rows(), SEED.stream("mixed"), 0));

    List<ControlResult> controls = controls(new RiskProbe(mixedUp, SEED), judge(COHORT));

    assertThat(named(controls, "copy").faults()).contains("P3");
    assertThat(named(controls, "copy with noise").faults()).contains("P3");
    GateResult gate = ContractGate.of(COHORT, controls);
    assertThat(gate.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(gate.detail()).contains("control copy passed").contains("P3");
  }

  @Test
  void aControlOfPatientsWhoAreAllAlikeIsNotCertifiable() {
    ControlResult unseen =
        new ControlResult(
            "copy", "made", List.of("P1", "P3"), List.of("P1"), Map.of("P3", "all are alike"));

    GateResult gate = ContractGate.of(COHORT, List.of(unseen));

    assertThat(unseen.faults()).isEmpty();
    assertThat(gate.verdict()).isEqualTo(Verdict.NOT_CERTIFIABLE);
    assertThat(gate.detail())
        .isEqualTo("1 built-in controls, 0 caught; P3 cannot see the control copy: all are alike");
  }

  @Test
  void aFaultOutweighsAControlThatNobodyCouldSee() {
    ControlResult both =
        new ControlResult(
            "copy", "made", List.of("P1", "P3"), List.of(), Map.of("P3", "all are alike"));

    assertThat(ContractGate.of(COHORT, List.of(both)).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void correlationsThatChanceCouldMakeNeedNotBeSeen() {
    SpearmanMatrix weak = matrix(0.18);

    assertThat(ControlPower.noStructure(weak, known(), 0.10, 1_000)).isEmpty();
    assertThat(ControlPower.noStructure(weak, known(), 0.10, 200)).isPresent();
    assertThat(ControlPower.noStructure(weak, known(), 0.13, 1_000)).isPresent();
  }

  @Test
  void onePairOfColumnsIsNoStructure() {
    double[][] one = {{1, 0.9}, {0.9, 1}};

    assertThat(ControlPower.noStructure(new SpearmanMatrix(one), known(), 0.10, 1_000))
        .get()
        .asString()
        .startsWith("fewer than two pairs");
  }

  @Test
  void aShiftIsSeenUnlessTheColumnHasFewValues() {
    double[] real = IntStream.range(0, 100).asDoubleStream().toArray();
    double[] shifted = IntStream.range(28, 128).asDoubleStream().toArray();

    assertThat(ControlPower.noShift(real, shifted, 1, 0.05)).isPresent();
    assertThat(ControlPower.noShift(real, real, 1, 0.05)).isPresent();
    double[] far = IntStream.range(50, 150).asDoubleStream().toArray();
    assertThat(ControlPower.noShift(real, far, 1, 0.05)).isEmpty();
  }

  /** Of 200 patients the 10 without a visit miss its number. */
  @Test
  void scatteredGapsAreSeenUnlessTheRowsAreFew() {
    TableBuilder table =
        new TableBuilder(
            List.of(Column.category("visit", List.of("no", "yes")), Column.number("pain", 0)));
    for (int row = 0; row < 200; row++) {
      table.add(row % 20 == 0 ? Arrays.asList("no", null) : List.of("yes", (long) (row % 7)));
    }
    Table patients = table.build();

    assertThat(ControlPower.hasPatternOfGaps(patients)).isTrue();
    assertThat(ControlPower.noScatter(patients, 1_000, 0)).isEmpty();
    assertThat(ControlPower.noScatter(patients, 40, 0)).isPresent();
    assertThat(ControlPower.noScatter(patients, 1_000, 0.04)).isPresent();
  }

  private static SpearmanMatrix matrix(double r) {
    return new SpearmanMatrix(new double[][] {{1, r, r}, {r, 1, r}, {r, r, 1}});
  }

  private static double[] known() {
    return new double[] {1, 1, 1};
  }

  private static FidelityJudge judge(Table cohort) {
    return new FidelityJudge(cohort, Contract.none(), SEED.stream("halves"));
  }

  private static ControlResult named(List<ControlResult> controls, String name) {
    return controls.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<ControlResult> controls(RiskProbe probe, FidelityJudge judge) {
    Audit audit = new Audit(COHORT, (members, label) -> members);
    return new Controls(Tier.CONTROLLED, COHORT, REPLICATE, judge, probe, audit, SEED, 2_000)
        .tasks().stream().map(ControlPowerTest::call).flatMap(Optional::stream).toList();
  }

  private static Optional<ControlResult> call(Callable<Optional<ControlResult>> task) {
    try {
      return task.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Replicate replicate() {
    return Replicate.plan(
            IntStream.range(0, COHORT.rows()).mapToObj(row -> "").toList(), 1, 5, SEED)
        .get(0);
  }
}
