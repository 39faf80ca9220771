package org.spineregistry.synthesis.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;
import org.spineregistry.synthesis.metric.Divergence;
import org.spineregistry.synthesis.metric.KolmogorovSmirnov;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;

class FidelityGatesTest {
  private static final double NONE = Double.NaN;

  @Test
  void meanIsTakenOverDefinedColumnsOfEachFile() {
    List<ColumnFidelity> columns =
        List.of(
            new ColumnFidelity("a", new double[] {0.9, 0.04}, 0.01),
            new ColumnFidelity("b", new double[] {0.5, 0.08}, 0.03),
            new ColumnFidelity("category", new double[] {NONE, NONE}, 0.20),
            new ColumnFidelity("rare", new double[] {NONE, 0.03}, NONE));

    List<GateResult> gates = FidelityGates.of(columns, List.of(100, 1000));

    assertThat(gates.get(0).value()).isCloseTo(0.05, within(1e-15));
    assertThat(gates.get(0).detail())
        .contains("100 rows: 0.7000 over 2 columns", "1000 rows: 0.0500 over 3 columns");
    assertThat(gates.get(1).value()).isCloseTo(0.08, within(1e-15));
    assertThat(gates.get(2).value()).isEqualTo(0.20);
    assertThat(gates.get(2).detail()).isEqualTo("column category");
  }

  @Test
  void aFileWithoutAnyDefinedColumnCannotBeCertified() {
    List<ColumnFidelity> columns = List.of(new ColumnFidelity("a", new double[] {0.9, NONE}, 0.01));

    GateResult gate = FidelityGates.of(columns, List.of(100, 1000)).get(0);

    assertThat(gate.verdict()).isEqualTo(Verdict.NOT_CERTIFIABLE);
    assertThat(gate.value()).isNull();
  }

  @Test
  void aColumnIsComparedFileByFileWithoutItsGaps() {
    Table cohort = numbers(1, 2, 3, null, 4, 5);
    Table small = numbers(1, null, 5);
    Table large = numbers(3, 3, 4, 4, 5, null, null);

    ColumnFidelity fidelity = ColumnFidelity.of(cohort, List.of(small, large), 0);

    double[] real = {1, 2, 3, 4, 5};
    assertThat(fidelity.ksP())
        .containsExactly(
            KolmogorovSmirnov.pValue(real, new double[] {1, 5}),
            KolmogorovSmirnov.pValue(real, new double[] {3, 3, 4, 4, 5}));
    assertThat(fidelity.divergence())
        .isEqualTo(Divergence.ofNumbers(real, new double[] {1, 5, 3, 3, 4, 4, 5}).corrected());
  }

  @Test
  void aFileWithoutValuesOfAColumnSaysNothingAboutIt() {
    ColumnFidelity fidelity =
        ColumnFidelity.of(numbers(1, 2, 3), List.of(numbers(null, null), numbers(1, 2)), 0);

    assertThat(fidelity.ksP()[0]).isNaN();
    assertThat(fidelity.ksP()[1]).isBetween(0.0, 1.0);
  }

  @Test
  void categoriesAreComparedByTheirLevels() {
    Column side = Column.category("side", List.of("LEFT", "RIGHT"));
    Table cohort =
        new TableBuilder(List.of(side)).add(List.of("LEFT")).add(List.of("RIGHT")).build();
    Table lopsided =
        new TableBuilder(List.of(side))
            .add(List.of("LEFT"))
            .add(List.of("LEFT"))
            .add(Arrays.asList((Object) null))
            .build();

    ColumnFidelity fidelity = ColumnFidelity.of(cohort, List.of(lopsided), 0);

    assertThat(fidelity.ksP()).containsOnly(NONE);
    assertThat(fidelity.divergence())
        .isEqualTo(Divergence.ofCounts(new long[] {1, 1}, new long[] {2, 0}).corrected());
  }

  private static Table numbers(Integer... values) {
    TableBuilder builder = new TableBuilder(List.of(Column.number("x", 0)));
    Arrays.stream(values).forEach(value -> builder.add(Arrays.asList(value)));
    return builder.build();
  }
}
