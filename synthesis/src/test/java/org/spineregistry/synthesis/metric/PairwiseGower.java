package org.spineregistry.synthesis.metric;

import java.util.Arrays;
import org.spineregistry.synthesis.table.Table;

/**
 * Gower's distance by its definition: mean over columns of |x - y| / range capped at 1 for numbers,
 * 0 or 1 for levels, 1 for one missing cell, 0 for two.
 */
final class PairwiseGower {
  private PairwiseGower() {}

  /**
   * Distances of one row to all rows of a table.
   *
   * @param ranged its observed ranges count
   * @param left column that does not count, or -1
   */
  static double[] distances(Table ranged, Table rows, int row, Table others, int left) {
    double[] distances = new double[others.rows()];
    int counted = 0;
    for (int c = 0; c < others.columns().size(); c++) {
      if (c != left) {
        double x = MixedTables.cells(rows, c)[row];
        double[] y = MixedTables.cells(others, c);
        double range = others.columns().get(c).isNumber() ? range(ranged.numbers(c)) : 0;
        for (int other = 0; other < y.length; other++) {
          distances[other] += part(x, y[other], range);
        }
        counted++;
      }
    }
    double columns = counted;
    return Arrays.stream(distances).map(sum -> sum / columns).toArray();
  }

  private static double part(double x, double y, double range) {
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return Double.isNaN(x) == Double.isNaN(y) ? 0 : 1;
    }
    return range > 0 ? Math.min(1, Math.abs(x - y) / range) : x == y ? 0 : 1;
  }

  private static double range(double[] values) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length - 1] - sorted[0];
  }
}
