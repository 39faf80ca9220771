package org.spineregistry.synthesis.testing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.metric.Pearson;
import org.spineregistry.synthesis.table.Table;

/** Rank correlation of two columns over the rows that have both, for regression tests. */
public final class Spearman {
  private static final int FEWEST_ROWS = 20;

  private Spearman() {}

  /** NaN when fewer than 20 rows have both values. */
  public static double of(Table table, int first, int second) {
    int[] complete =
        IntStream.range(0, table.rows())
            .filter(row -> !table.isMissing(row, first) && !table.isMissing(row, second))
            .toArray();
    return complete.length < FEWEST_ROWS
        ? Double.NaN
        : Pearson.of(ranks(table.select(complete), first), ranks(table.select(complete), second));
  }

  private static double[] ranks(Table table, int column) {
    double[] values =
        table.columns().get(column).isNumber()
            ? table.numbers(column)
            : Arrays.stream(table.codes(column)).asDoubleStream().toArray();
    Integer[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> values[row]))
            .toArray(Integer[]::new);
    double[] ranks = new double[values.length];
    int from = 0;
    while (from < order.length) {
      int to = from;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int k = from; k < to; k++) {
        ranks[order[k]] = (from + to - 1) / 2.0;
      }
      from = to;
    }
    return ranks;
  }
}
