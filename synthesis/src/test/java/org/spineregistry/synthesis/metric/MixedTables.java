package org.spineregistry.synthesis.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;

/**
 * Random tables with what makes distances and ranks hard: ties, missing cells that come in blocks,
 * numbers far from zero, an outlier, a constant column, levels.
 */
final class MixedTables {
  private static final RandomStream RANDOM = Seed.ofHex("5c".repeat(32)).stream("mixed");
  private static final int KINDS = 6;

  private MixedTables() {}

  /**
   * A table.
   *
   * @param salt tables with different ones are independent
   */
  static Table of(int rows, int columns, int salt) {
    List<Column> all = new ArrayList<>();
    List<ColumnValues> values = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      double[] draws = new double[rows];
      double[] gaps = new double[rows];
      RANDOM.uniforms(salt, 2 * c, draws);
      RANDOM.uniforms(salt, 2 * (c / 2) + 1, gaps);
      double missing = c / 2 % 2 == 0 ? 0 : 0.3;
      if (c % KINDS == 3) {
        List<String> levels = IntStream.range(0, 3 + c).mapToObj(level -> "L" + level).toList();
        all.add(Column.category("c" + c, levels).inOrder());
        values.add(
            ColumnValues.codes(
                IntStream.range(0, rows)
                    .map(r -> gaps[r] < missing ? -1 : (int) (draws[r] * levels.size()))
                    .toArray(),
                levels));
      } else {
        int kind = c % KINDS;
        all.add(Column.number("c" + c, 2));
        values.add(
            ColumnValues.numbers(
                IntStream.range(0, rows)
                    .mapToDouble(r -> gaps[r] < missing ? Double.NaN : number(kind, draws[r], r))
                    .toArray()));
      }
    }
    return Table.of(all, values);
  }

  private static double number(int kind, double draw, int row) {
    return switch (kind) {
      case 0 -> Math.floor(5 * draw) - 2; // ties
      case 1 -> 2000 + Math.floor(4 * draw); // years
      case 2 -> row == 0 ? 1e6 : draw; // an outlier
      case 4 -> 7.5; // constant
      default -> Math.rint(100 * draw) / 100;
    };
  }

  /** Positions of all columns. */
  static List<Integer> columns(Table table) {
    return IntStream.range(0, table.columns().size()).boxed().toList();
  }

  /** Cells of a column; NaN when missing. */
  static double[] cells(Table table, int column) {
    return table.columns().get(column).isNumber()
        ? table.numbers(column)
        : IntStream.of(table.codes(column)).mapToDouble(c -> c < 0 ? Double.NaN : c).toArray();
  }
}
