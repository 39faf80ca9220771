package org.spineregistry.synthesis.metric;

import java.util.Arrays;

/**
 * Sums of a Gaussian kernel over pairs of points. The kernel matrix is never held: each block of it
 * serves all ways to divide the points into two sets before the next one is computed.
 */
final class KernelSums {
  private static final int ROWS = 4;

  private final EncodedRows points;
  private final double scale;

  /** Sums of each point's kernel values with all others. */
  private final double[] rowSums;

  /**
   * @param bandwidth above 0
   */
  KernelSums(EncodedRows points, double bandwidth) {
    this.points = points;
    this.scale = -0.5 / (bandwidth * bandwidth);
    this.rowSums = new double[points.rows()];
  }

  /** Median distance between two different points; 1 when more than half of the pairs are equal. */
  static double medianDistance(EncodedRows points) {
    int n = points.rows();
    double[] squares = new double[n * (n - 1) / 2];
    int[] filled = {0};
    pairs(
        points,
        (row, start, count, sums) -> {
          System.arraycopy(sums, 0, squares, filled[0], count);
          filled[0] += count;
        });
    double median = Math.sqrt(Quantiles.median(squares));
    return median > 0 ? median : 1;
  }

  /**
   * The unbiased discrepancy of each division.
   *
   * @param belongs 1 or 0 for each point and division: whether it is in the first set
   * @param size points of the first set, in every division
   */
  double[] discrepancies(double[][] belongs, int size) {
    int divisions = belongs[0].length;
    double[] within = new double[divisions];
    double[] partial = new double[divisions];
    pairs(
        points,
        (row, start, count, sums) -> {
          Arrays.fill(partial, 0);
          for (int t = 0; t < count; t++) {
            sums[t] = StrictMath.exp(scale * sums[t]);
            rowSums[row] += sums[t];
            rowSums[start + t] += sums[t];
          }
          addScaled(partial, sums, count, belongs, start);
          addProducts(within, partial, belongs[row]);
        });
    return discrepancies(belongs, size, within);
  }

  private double[] discrepancies(double[][] belongs, int size, double[] within) {
    double[] touching = new double[within.length];
    double total = 0;
    for (int row = 0; row < rowSums.length; row++) {
      addScaled(touching, rowSums[row], belongs[row]);
      total += 0.5 * rowSums[row];
    }
    double first = size;
    double second = rowSums.length - first;
    double[] values = new double[within.length];
    for (int d = 0; d < values.length; d++) {
      double across = touching[d] - 2 * within[d];
      double others = total - within[d] - across;
      values[d] =
          2 * within[d] / (first * (first - 1))
              + 2 * others / (second * (second - 1))
              - 2 * across / (first * second);
    }
    return values;
  }

  /** Squared distances of a point to {@code count} points before it, from {@code start}. */
  private interface PairBlock {
    void accept(int row, int start, int count, double[] sums);
  }

  private static void pairs(EncodedRows points, PairBlock pairs) {
    ReferenceBlock block = new ReferenceBlock(points.dimensions());
    double[] sums = new double[ReferenceBlock.SIZE];
    for (int start = 0; start < points.rows(); start += ReferenceBlock.SIZE) {
      int length = block.load(points, start);
      for (int row = start + 1; row < points.rows(); row++) {
        block.sums(points, row, sums);
        pairs.accept(row, start, Math.min(length, row - start), sums);
      }
    }
  }

  /** Adds scaled rows, four at a time: one load and store of the sums for four of them. */
  private static void addScaled(
      double[] sums, double[] factors, int count, double[][] rows, int start) {
    int t = 0;
    for (; t + ROWS <= count; t += ROWS) {
      addFour(sums, factors, t, rows, start + t);
    }
    for (; t < count; t++) {
      addScaled(sums, factors[t], rows[start + t]);
    }
  }

  private static void addFour(double[] sums, double[] factors, int t, double[][] rows, int first) {
    double fa = factors[t];
    double fb = factors[t + 1];
    double fc = factors[t + 2];
    double fd = factors[t + 3];
    double[] a = rows[first];
    double[] b = rows[first + 1];
    double[] c = rows[first + 2];
    double[] d = rows[first + 3];
    for (int i = 0; i < sums.length; i++) {
      sums[i] += fa * a[i] + fb * b[i] + (fc * c[i] + fd * d[i]);
    }
  }

  private static void addScaled(double[] sums, double factor, double[] values) {
    for (int d = 0; d < sums.length; d++) {
      sums[d] += factor * values[d];
    }
  }

  private static void addProducts(double[] sums, double[] a, double[] b) {
    for (int d = 0; d < sums.length; d++) {
      sums[d] += a[d] * b[d];
    }
  }
}
