package org.spineregistry.synthesis.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;

/** A refusal says what would help against its own cause. */
class FitAdviceTest {
  @Test
  void rareExtremesAskForFewerOrCoarserColumns() {
    assertThat(advice(Map.of("REAL_EXTREME", 0.0)))
        .singleElement()
        .asString()
        .startsWith("Fewer or coarser columns: 20 of 21 number columns have a smallest or largest")
        .contains("36 % would show none; of the 14 columns");
  }

  @Test
  void combinationsThatNobodySharesAskForCoarserQuasiIdentifiers() {
    assertThat(advice(Map.of("K_MAP", 0.3)))
        .singleElement()
        .asString()
        .startsWith("Coarser columns:");
  }

  @Test
  void rulesAskForDerivedColumns() {
    assertThat(advice(Map.of("LOW_ABOVE_HIGH", 0.3, "K_MAP", 0.2)))
        .hasSize(2)
        .last()
        .asString()
        .contains("(LOW_ABOVE_HIGH): declare a column");
  }

  private static List<String> advice(Map<String, Double> kept) {
    return new FitAdvice(cohort(), Contract.none(), 3).of(kept);
  }

  /**
   * Twenty columns in which 4 of 80 patients have the largest value, and one that two levels halve.
   */
  private static Table cohort() {
    List<Column> columns =
        IntStream.range(0, 21)
            .mapToObj(
                c -> {
                  Column column = Column.number("x" + c, 0);
                  return c == 0 ? column.with(ColumnRole.QUASI_IDENTIFIER) : column;
                })
            .toList();
    return Table.of(
        columns,
        IntStream.range(0, 21)
            .mapToObj(
                c ->
                    ColumnValues.numbers(
                        IntStream.range(0, 80)
                            .mapToDouble(row -> c == 0 ? row % 2 : row < 4 ? 9 : row % 2)
                            .toArray()))
            .toList());
  }
}
