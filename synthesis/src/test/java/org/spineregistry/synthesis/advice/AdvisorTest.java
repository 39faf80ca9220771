package org.spineregistry.synthesis.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.metric.Interval;
import org.spineregistry.synthesis.model.ScreenedPairs;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;

class AdvisorTest {
  private static final int PATIENTS = 100;
  private static final Table COHORT = cohort();
  private static final Advisor.Bounds HALF = (n, latents, pairs) -> pairs <= n / 2;

  @Test
  void hasNothingToSayOfARunThatPassed() {
    assertThat(advisor(3).of(List.of(GateResult.atMost("P3-auc-family", "", 0.5, 1, ""))))
        .isEmpty();
  }

  @Test
  void namesThePatientsThatAnIntervalNeeds() {
    // 0.05 of room, 0.10 above the value: four times the patients halve the interval
    GateResult open =
        GateResult.atMost("P4-inference-x", "", 0.04, new Interval(-0.06, 0.14), 0.09, "");

    assertThat(advisor(3).of(List.of(open)))
        .singleElement()
        .asString()
        .contains("P4-inference-x about 410");
  }

  @Test
  void saysWhenPatientsAloneDoNotHelp() {
    GateResult beyond =
        GateResult.atMost("P4-inference-x", "", 0.30, new Interval(0.25, 0.35), 0.09, "");

    assertThat(advisor(3).of(List.of(beyond)))
        .singleElement()
        .asString()
        .contains("not predicted to settle P4-inference-x");
  }

  @Test
  void tooFewPatientsForAnyVerdictNeedMore() {
    ScreenedPairs pairs = new ScreenedPairs(List.of(), List.of());
    MembershipLaw law = new MembershipLaw(0);
    GateResult few = GateResult.atMost("G0", "", 1, 0, "fewer than 60 patients");
    GateResult copies = GateResult.atMost("P4-x", "", 0.04, new Interval(-0.06, 0.1), 0.09, "");

    List<String> advice = new CohortSizes(30, pairs, HALF, law).of(List.of(few, copies));

    assertThat(advice).singleElement().asString().contains("G0 about 60", "P4-x about 60");
  }

  @Test
  void leavesOutColumnsUntilSizeAndAttackAreWithinTheirBounds() {
    GateResult size = GateResult.atLeast("P7", "", 0.5, 1, "");

    List<String> advice = advisor(9).of(List.of(size));

    assertThat(advice)
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("Fewer columns: leaving out")
                    .doesNotContain("outcome")
                    .containsPattern("kept correlations 55 to (\\d|[1-4]\\d|50),"));
  }

  @Test
  void showsWhatEachStrengthOfTheScreenLeftToTheAttackers() {
    GateResult attack =
        GateResult.atMost("P3-auc-family", "", 0.65, new Interval(0.63, 0.67), 0.60, "");

    assertThat(advisor(9).of(List.of(attack)))
        .first()
        .asString()
        .contains("kappa 5 gives AUC 0.650", "kappa 8 gives AUC 0.620");
  }

  @Test
  void namesTheGatesThatReplicatesBrokeAndWhatBendsThem() {
    GateResult open = GateResult.atLeast("R2", "", 0.6, 0.9, "6 of 10; broken: F4-rate by 4");

    assertThat(advisor(3).of(List.of(open)))
        .anySatisfy(line -> assertThat(line).contains("broken: F4-rate by 4"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("Coarser columns: 0 % of the patients have quasi-identifiers"));
  }

  private static Advisor advisor(double strength) {
    return new Advisor(
        COHORT,
        Contract.none(),
        screened(strength),
        HALF,
        List.of(new AuditedScreen(5, 0.65), new AuditedScreen(8, 0.62)),
        0.8,
        3);
  }

  /** Eleven columns, each pair of them equally strong. */
  private static ScreenedPairs screened(double strength) {
    List<ScreenedPairs.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      for (int j = 0; j < i; j++) {
        pairs.add(new ScreenedPairs.Pair(j, i, strength, 8));
      }
    }
    return new ScreenedPairs(COHORT.columns().stream().map(Column::name).toList(), pairs);
  }

  private static Table cohort() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.number("outcome", 0).with(ColumnRole.PRIMARY_OUTCOME));
    for (int c = 1; c < 11; c++) {
      Column column = Column.number("c" + c, 0);
      columns.add(c == 1 ? column.with(ColumnRole.QUASI_IDENTIFIER) : column);
    }
    TableBuilder table = new TableBuilder(columns);
    for (int row = 0; row < PATIENTS; row++) {
      Integer[] cells = new Integer[11];
      Arrays.fill(cells, row);
      table.add(Arrays.asList((Object[]) cells));
    }
    return table.build();
  }
}
