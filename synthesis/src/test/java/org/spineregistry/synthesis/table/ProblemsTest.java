package org.spineregistry.synthesis.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  @Test
  void aLongListIsShortenedInTheMessageButKept() {
    TableBuilder builder = new TableBuilder(List.of(Column.number("age", 0)));
    for (int row = 0; row < 50; row++) {
      builder.add(List.of("x"));
    }

    TableException refused = catchThrowableOfType(TableException.class, builder::build);

    assertThat(refused.problems()).hasSize(50);
    assertThat(refused).hasMessageEndingWith("row 19, age: WRONG_TYPE; and 30 more");
  }

  @Test
  void aHostileFileFillsNoMemoryWithProblems() {
    TableBuilder builder = new TableBuilder(List.of(Column.number("age", 0)));
    for (int row = 0; row < 5000; row++) {
      builder.add(List.of("x"));
    }

    TableException refused = catchThrowableOfType(TableException.class, builder::build);

    assertThat(refused.problems()).hasSize(1000);
  }

  @Test
  void aProblemNamesItsPlace() {
    assertThat(new Problem(3, "bmi", "OUT_OF_RANGE")).hasToString("row 3, bmi: OUT_OF_RANGE");
    assertThat(new Problem(3, "", "CELL_COUNT")).hasToString("row 3: CELL_COUNT");
    assertThat(new Problem(-1, "", "NOT_UTF8")).hasToString("table: NOT_UTF8");
  }

  @Test
  void columnsAndValuesOfATableMustFit() {
    List<Column> age = List.of(Column.number("age", 0));
    ColumnValues codes = ColumnValues.codes(new int[] {0}, List.of("A"));

    assertThatThrownBy(() -> Table.of(age, List.of(codes))).hasMessageContaining("do not fit");
    assertThatThrownBy(() -> Table.of(List.of(), List.of())).hasMessageContaining("at least one");
    assertThatThrownBy(
            () ->
                Table.of(
                    List.of(Column.number("a", 0), Column.number("b", 0)),
                    List.of(
                        ColumnValues.numbers(new double[1]), ColumnValues.numbers(new double[2]))))
        .hasMessageContaining("b: values do not fit");
  }

  @Test
  void copiesOfColumnsProtectTheTable() {
    Table table = new TableBuilder(List.of(Column.number("age", 0))).add(List.of(40)).build();

    table.numbers(0)[0] = 99;

    assertThat(table.numbers(0)).containsExactly(40);
  }

  @Test
  void roundingGoesToTheEvenNeighbourAndKnowsNoNegativeZero() {
    assertThat(Decimal.round(0.125, 2)).isEqualTo(0.12);
    assertThat(Decimal.round(0.375, 2)).isEqualTo(0.38);
    assertThat(Double.doubleToRawLongBits(Decimal.round(-0.001, 2))).isZero();
    assertThat(Decimal.round(2.675, 2)).isEqualTo(2.68);
  }
}
