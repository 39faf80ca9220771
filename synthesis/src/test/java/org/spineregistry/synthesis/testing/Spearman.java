package org.spineregistry.synthesis.testing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.metric.Pearson;

/** Rank correlation over the rows that have both values, for regression tests. */
public final class Spearman {
  private static final int FEWEST_ROWS = 20;

  private Spearman() {}

  /**
   * Pearson's correlation of mid-ranks.
   *
   * @param x NaN is missing
   * @param y NaN is missing
   * @return NaN when fewer than 20 rows have both values
   */
  public static double of(double[] x, double[] y) {
    int[] complete =
        IntStream.range(0, x.length)
            .filter(row -> !Double.isNaN(x[row]) && !Double.isNaN(y[row]))
            .toArray();
    return complete.length < FEWEST_ROWS
        ? Double.NaN
        : Pearson.of(ranks(x, complete), ranks(y, complete));
  }

  private static double[] ranks(double[] column, int[] rows) {
    double[] values = Arrays.stream(rows).mapToDouble(row -> column[row]).toArray();
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
