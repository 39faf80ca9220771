package org.spineregistry.synthesis.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableBuilderTest {
  private static final Column AGE = Column.number("age", 0).between(18.0, 90.0);
  private static final Column BMI = Column.number("bmi", 1);
  private static final Column SIDE = Column.category("side", List.of("RIGHT", "LEFT"));
  private static final Column LEVELS = Column.category("levels", List.of());

  enum Side {
    LEFT
  }

  @Test
  void holdsValuesByColumnWithMissingMarkers() {
    Table table =
        new TableBuilder(List.of(AGE, BMI, SIDE, LEVELS))
            .add(Arrays.asList(40, 27.5, Side.LEFT, "L5_S1"))
            .add(Arrays.asList(null, null, null, null))
            .add(Arrays.asList(18L, -0.0, "RIGHT", "L4_L5;L5_S1"))
            .build();

    assertThat(table.rows()).isEqualTo(3);
    assertThat(table.numbers(0)).containsExactly(40, Double.NaN, 18);
    assertThat(table.numbers(1)).containsExactly(27.5, Double.NaN, 0.0);
    assertThat(table.levels(2)).containsExactly("RIGHT", "LEFT");
    assertThat(table.codes(2)).containsExactly(1, -1, 0);
    assertThat(table.missing(3)).isEqualTo(1);
  }

  @Test
  void openLevelsAreOrderedByNameWhateverRowCameFirst() {
    Table table =
        new TableBuilder(List.of(LEVELS))
            .add(List.of("L5_S1"))
            .add(List.of("L4_L5"))
            .add(List.of("L5_S1"))
            .build();

    assertThat(table.levels(0)).containsExactly("L4_L5", "L5_S1");
    assertThat(table.codes(0)).containsExactly(1, 0, 1);
  }

  @Test
  void reportsEveryProblemAtOnceAndNoValue() {
    TableBuilder builder =
        new TableBuilder(List.of(AGE, BMI, SIDE, LEVELS))
            .add(Arrays.asList(17, 27.55, "UP", ""))
            .add(Arrays.asList("forty", Double.POSITIVE_INFINITY, 3, true))
            .add(Arrays.asList(91, 1e300, null, null))
            .add(List.of(20));

    TableException refused = catchThrowableOfType(TableException.class, builder::build);

    assertThat(refused.problems())
        .containsExactly(
            new Problem(0, "age", "OUT_OF_RANGE"),
            new Problem(0, "bmi", "TOO_MANY_DECIMALS"),
            new Problem(0, "side", "NOT_IN_LIST"),
            new Problem(0, "levels", "EMPTY_LEVEL"),
            new Problem(1, "age", "WRONG_TYPE"),
            new Problem(1, "bmi", "NOT_FINITE"),
            new Problem(1, "side", "WRONG_TYPE"),
            new Problem(2, "age", "OUT_OF_RANGE"),
            new Problem(2, "bmi", "TOO_LARGE"),
            new Problem(3, "", "CELL_COUNT"));
    assertThat(refused).hasMessageContaining("row 0, bmi: TOO_MANY_DECIMALS");
    assertThat(refused.getMessage()).doesNotContain("27.55").doesNotContain("forty");
  }

  @Test
  void selectsRowsInTheOrderAskedFor() {
    Table table =
        new TableBuilder(List.of(AGE, SIDE))
            .add(List.of(20, "LEFT"))
            .add(List.of(30, "RIGHT"))
            .build();

    Table selected = table.select(new int[] {1, 1, 0});

    assertThat(selected.numbers(0)).containsExactly(30, 30, 20);
    assertThat(selected.codes(1)).containsExactly(0, 0, 1);
  }

  @Test
  void concatenatesOnlyTablesOfTheSameForm() {
    Table one = new TableBuilder(List.of(LEVELS)).add(List.of("A")).build();
    Table same = new TableBuilder(List.of(LEVELS)).add(List.of("A")).add(List.of("A")).build();
    Table other = new TableBuilder(List.of(LEVELS)).add(List.of("B")).build();
    Table numbers = new TableBuilder(List.of(AGE)).add(List.of(20)).build();

    assertThat(Table.concatenate(List.of(one, same)).codes(0)).containsExactly(0, 0, 0);
    assertThat(Table.concatenate(List.of(numbers, numbers)).numbers(0)).containsExactly(20, 20);
    assertThatThrownBy(() -> Table.concatenate(List.of(one, other))).hasMessageContaining("levels");
    assertThatThrownBy(() -> Table.concatenate(List.of(one, numbers)))
        .hasMessageContaining("columns");
  }

  @Test
  void neverPrintsCells() {
    Table table = new TableBuilder(List.of(AGE)).add(List.of(77)).build();

    assertThat(table.toString()).isEqualTo("Table[rows=1, columns=1]");
  }

  @Test
  void findsColumnsByNameAndRole() {
    Table table =
        new TableBuilder(
                List.of(
                    AGE.with(ColumnRole.PREDICTOR).with(ColumnRole.QUASI_IDENTIFIER),
                    BMI.with(ColumnRole.PRIMARY_OUTCOME)))
            .build();

    assertThat(table.indexOf("bmi")).isEqualTo(1);
    assertThat(table.withRole(ColumnRole.PREDICTOR)).containsExactly(0);
    assertThat(table.primaryOutcome()).contains(1);
    assertThatThrownBy(() -> table.indexOf("weight")).hasMessageContaining("weight");
    Table twice =
        new TableBuilder(
                List.of(AGE.with(ColumnRole.PRIMARY_OUTCOME), BMI.with(ColumnRole.PRIMARY_OUTCOME)))
            .build();
    assertThatThrownBy(twice::primaryOutcome).hasMessageContaining("Only one");
  }

  @Test
  void refusesContradictoryColumns() {
    assertThatThrownBy(() -> Column.number("x", 13)).hasMessageContaining("x: decimals");
    assertThatThrownBy(() -> Column.number("x", 0).between(2.0, 1.0)).hasMessageContaining("above");
    assertThatThrownBy(() -> Column.category("x", List.of("A", "A"))).hasMessageContaining("twice");
    assertThatThrownBy(() -> Column.category("x", List.of(""))).hasMessageContaining("empty");
    assertThatThrownBy(() -> Column.number(" ", 0)).hasMessageContaining("name");
    assertThatThrownBy(() -> Column.bool("x").between(0.0, null)).hasMessageContaining("bounds");
    assertThatThrownBy(() -> new TableBuilder(List.of(AGE, AGE)).build())
        .hasMessageContaining("two columns");
  }
}
