package org.spineregistry.synthesis.reported;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.PbcData;

class SurvivalReportsTest {
  @Test
  void withoutPredictorsTheCoxPartIsNotRun() {
    Table cohort = onlyThePair(PbcData.cohort());

    List<GateResult> gates = SurvivalReports.of(PbcData.DEATH, cohort, cohort, List.of());

    assertThat(gates)
        .extracting(GateResult::id)
        .containsExactly("U4-curve-time", "U4-hazard-time", "U4-concordance-time");
    assertThat(gates.get(0).value()).isZero();
    assertThat(gates.subList(1, 3))
        .allSatisfy(
            gate -> {
              assertThat(gate.value()).isNull();
              assertThat(gate.detail())
                  .isEqualTo("not run: no predictors (declare --target or predictors)");
            });
  }

  private static Table onlyThePair(Table cohort) {
    List<Integer> kept =
        IntStream.range(0, cohort.columns().size())
            .filter(c -> List.of("time", "status").contains(cohort.columns().get(c).name()))
            .boxed()
            .toList();
    List<Column> columns = kept.stream().map(cohort.columns()::get).toList();
    return Table.of(
        columns,
        kept.stream()
            .map(
                c ->
                    cohort.columns().get(c).isNumber()
                        ? ColumnValues.numbers(cohort.numbers(c))
                        : ColumnValues.codes(cohort.codes(c), cohort.levels(c)))
            .toList());
  }
}
