package org.spineregistry.synthesis.attack;

import java.util.List;
import org.spineregistry.synthesis.metric.EncodedRows;

/**
 * Sums and products of a set of rows about a common origin. Those of disjoint sets add up, so that
 * the cohort without each of its tenths costs one pass over the cohort.
 *
 * @param rows number of rows
 * @param sums one for each dimension
 * @param products lower triangle, row i has i + 1 entries
 */
record Scatter(int rows, double[] sums, double[][] products) {
  private static Scatter empty(int dimensions) {
    double[][] products = new double[dimensions][];
    for (int i = 0; i < dimensions; i++) {
      products[i] = new double[i + 1];
    }
    return new Scatter(0, new double[dimensions], products);
  }

  /**
   * Sums over the given rows.
   *
   * @param origin subtracted from every row
   */
  static Scatter of(EncodedRows all, int[] chosen, double[] origin) {
    int dimensions = all.dimensions();
    Scatter scatter = empty(dimensions);
    double[] row = new double[dimensions];
    for (int one : chosen) {
      for (int d = 0; d < dimensions; d++) {
        row[d] = all.values()[one * dimensions + d] - origin[d];
      }
      add(scatter.sums, row, 1, dimensions);
      for (int i = 0; i < dimensions; i++) {
        if (row[i] != 0) {
          add(scatter.products[i], row, row[i], i + 1);
        }
      }
    }
    return new Scatter(chosen.length, scatter.sums, scatter.products);
  }

  /** The union of disjoint sets with the same origin. */
  static Scatter sum(List<Scatter> parts) {
    int dimensions = parts.get(0).sums.length;
    Scatter all = empty(dimensions);
    int rows = 0;
    for (Scatter part : parts) {
      rows += part.rows;
      add(all.sums, part.sums, 1, dimensions);
      for (int i = 0; i < dimensions; i++) {
        add(all.products[i], part.products[i], 1, i + 1);
      }
    }
    return new Scatter(rows, all.sums, all.products);
  }

  private static void add(double[] sum, double[] values, double factor, int length) {
    for (int d = 0; d < length; d++) {
      sum[d] += factor * values[d];
    }
  }
}
