package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Index.atIndex;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.Spearman;

/** Ranks by counting are those of sorting each pair of columns for itself. */
class RankedTablePropertyTest {

  @Property(tries = 60, seed = "2026")
  void correlatesAllRows(
      @ForAll @IntRange(min = 1, max = 120) int rows,
      @ForAll @IntRange(min = 1, max = 14) int columns,
      @ForAll @IntRange(min = 0, max = 1000) int salt) {
    Table table = MixedTables.of(rows, columns, salt);

    SpearmanMatrix matrix = SpearmanMatrix.of(table, MixedTables.columns(table));

    isThatOfPairs(matrix, table);
  }

  @Property(tries = 60, seed = "2026")
  void correlatesSomeRows(
      @ForAll @IntRange(min = 20, max = 120) int rows,
      @ForAll @IntRange(min = 1, max = 14) int columns,
      @ForAll @IntRange(min = 0, max = 1000) int salt) {
    Table table = MixedTables.of(rows, columns, salt);
    int[] chosen = IntStream.range(0, rows).filter(row -> row % 3 != salt % 3).toArray();

    SpearmanMatrix matrix =
        RankedTable.of(table, MixedTables.columns(table)).correlations(reversed(chosen));

    isThatOfPairs(matrix, table.select(chosen));
  }

  private static void isThatOfPairs(SpearmanMatrix matrix, Table table) {
    for (int i = 0; i < matrix.values().length; i++) {
      assertThat(matrix.values()[i][i]).isEqualTo(1);
      for (int j = 0; j < i; j++) {
        double expected = Spearman.of(MixedTables.cells(table, i), MixedTables.cells(table, j));
        assertThat(Double.isNaN(matrix.values()[i][j])).isEqualTo(Double.isNaN(expected));
        if (!Double.isNaN(expected)) {
          assertThat(matrix.values()[i][j]).isCloseTo(expected, within(1e-12));
        }
        assertThat(matrix.values()[j]).contains(matrix.values()[i][j], atIndex(i));
      }
    }
  }

  private static int[] reversed(int[] rows) {
    return IntStream.range(0, rows.length).map(i -> rows[rows.length - 1 - i]).toArray();
  }

  @Property(tries = 40, seed = "2026")
  void aNegativeZeroIsAZero(@ForAll @IntRange(min = 0, max = 1000) int salt) {
    Table table = MixedTables.of(60, 1, salt);
    double[] zeros =
        Arrays.stream(table.numbers(0))
            .map(v -> v == 0 ? (salt % 2 == 0 ? -0.0 : 0.0) : v)
            .toArray();
    zeros[0] = -0.0;
    zeros[1] = 0.0;

    PlacedColumn placed = PlacedColumn.of(Tables.replace(table, "c0", zeros), 0);

    assertThat(placed.places()[0]).isEqualTo(placed.places()[1]);
  }
}
