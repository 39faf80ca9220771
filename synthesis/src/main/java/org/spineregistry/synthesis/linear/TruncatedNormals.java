package org.spineregistry.synthesis.linear;

import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.special.TruncatedNormal;

/**
 * Correlated standard normals, each inside its interval. One interval is drawn exactly; several by
 * 50 Gibbs sweeps from the medians of the intervals (Robert 1995, Statistics and Computing 5:121).
 * Every row starts its own chain, so that rows are independent. Immutable and thread-safe.
 */
public final class TruncatedNormals {
  private static final int SWEEPS = 50;
  private static final double MEDIAN = 0.5;

  private final double[] lower;
  private final double[] upper;
  private final double[] start;

  /** Row i times the other values is the conditional mean of value i; 0 on the diagonal. */
  private final double[][] weights;

  private final double[] deviations;
  private final int sweeps;

  private TruncatedNormals(double[][] correlation, double[] lower, double[] upper) {
    int n = lower.length;
    this.lower = lower.clone();
    this.upper = upper.clone();
    this.start = new double[n];
    this.weights = new double[n][];
    this.deviations = new double[n];
    double[][] factor = Cholesky.lower(correlation);
    int intervals = 0;
    for (int i = 0; i < n; i++) {
      start[i] = TruncatedNormal.quantile(lower[i], upper[i], MEDIAN);
      intervals += lower[i] < upper[i] ? 1 : 0;
      double[] unit = new double[n];
      unit[i] = 1;
      weights[i] = Cholesky.solve(factor, unit); // row i of the inverse
      double precision = weights[i][i];
      deviations[i] = 1 / Math.sqrt(precision);
      for (int j = 0; j < n; j++) {
        weights[i][j] = i == j ? 0 : -weights[i][j] / precision;
      }
    }
    this.sweeps = intervals > 1 ? SWEEPS : intervals;
  }

  /**
   * Prepares the draws.
   *
   * @param correlation of the values, positive definite; not changed
   * @param lower end of each interval, may be minus infinity
   * @param upper likewise; a value with equal ends is fixed
   * @throws IllegalArgumentException if the matrix is not positive definite or an interval is empty
   */
  public static TruncatedNormals of(double[][] correlation, double[] lower, double[] upper) {
    return new TruncatedNormals(correlation, lower, upper);
  }

  /** Number of uniform draws of a row. */
  public int draws() {
    return sweeps * lower.length;
  }

  /**
   * Draws the values of a row from its uniform draws {@code firstDraw} to {@code firstDraw +
   * draws() - 1}.
   *
   * @param out filled, one for each interval
   */
  public void draw(RandomStream stream, long row, long attempt, int firstDraw, double[] out) {
    double[] uniforms = new double[firstDraw + draws()];
    stream.uniforms(row, attempt, uniforms);
    System.arraycopy(start, 0, out, 0, start.length);
    int next = firstDraw;
    for (int sweep = 0; sweep < sweeps; sweep++) {
      for (int i = 0; i < start.length; i++) {
        double uniform = uniforms[next++];
        if (lower[i] < upper[i]) {
          out[i] = conditional(i, out, uniform);
        }
      }
    }
  }

  private double conditional(int i, double[] values, double uniform) {
    double mean = 0;
    for (int j = 0; j < start.length; j++) {
      mean += weights[i][j] * values[j];
    }
    double deviation = deviations[i];
    double z =
        TruncatedNormal.quantile(
            (lower[i] - mean) / deviation, (upper[i] - mean) / deviation, uniform);
    // scaling back may leave the interval by a rounding error
    return Math.max(lower[i], Math.min(upper[i], mean + deviation * z));
  }
}
