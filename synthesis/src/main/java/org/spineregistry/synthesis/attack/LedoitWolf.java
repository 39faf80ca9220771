package org.spineregistry.synthesis.attack;

import java.util.stream.IntStream;
import org.spineregistry.synthesis.metric.EncodedRows;

/**
 * A covariance shrunk towards a multiple of the identity by the amount that its own sampling error
 * asks for (Ledoit and Wolf 2004, Journal of Multivariate Analysis 88:365, section 3.2). With S =
 * X'X/n of the p centred columns: mu = trace(S)/p, delta2 = ||S - mu I||^2/p, beta2 = min(delta2,
 * sum ||x x' - S||^2/(n^2 p)), covariance = (1 - shrinkage) S + shrinkage mu I.
 *
 * @param mean of each column
 * @param covariance square and symmetric
 * @param shrinkage beta2/delta2, in [0, 1]; 0 when S is a multiple of the identity already
 */
record LedoitWolf(
    double[] mean,
    double[][] covariance,
    double mu,
    double delta2,
    double beta2,
    double shrinkage) {

  /** Estimates from all rows; at least one. */
  static LedoitWolf of(EncodedRows rows) {
    int[] all = IntStream.range(0, rows.rows()).toArray();
    double[] origin = mean(rows);
    return of(rows, all, origin, Scatter.of(rows, all, origin));
  }

  /**
   * Estimates from chosen rows whose sums are known.
   *
   * @param scatter of the chosen rows about {@code origin}
   */
  static LedoitWolf of(EncodedRows rows, int[] chosen, double[] origin, Scatter scatter) {
    int p = rows.dimensions();
    double n = chosen.length;
    double[] mean = new double[p];
    double[][] s = new double[p][p];
    for (int i = 0; i < p; i++) {
      mean[i] = origin[i] + scatter.sums()[i] / n;
      for (int j = 0; j <= i; j++) {
        double product = scatter.sums()[i] / n * (scatter.sums()[j] / n);
        s[i][j] = scatter.products()[i][j] / n - product;
        s[j][i] = s[i][j];
      }
    }
    return shrink(mean, s, fourthPowers(rows, chosen, mean) / n, n);
  }

  /** Since x x' has mean S, the mean of ||x x' - S||^2 is that of ||x||^4 less ||S||^2. */
  private static LedoitWolf shrink(double[] mean, double[][] s, double meanFourth, double n) {
    int p = mean.length;
    double trace = 0;
    double squares = 0;
    for (int i = 0; i < p; i++) {
      trace += s[i][i];
      for (int j = 0; j < p; j++) {
        squares += s[i][j] * s[i][j];
      }
    }
    double mu = trace / p;
    double delta2 = Math.max(0, squares / p - mu * mu);
    double beta2 = Math.min(delta2, Math.max(0, (meanFourth - squares) / (n * p)));
    double shrinkage = delta2 > 0 ? beta2 / delta2 : 0;
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        s[i][j] = (1 - shrinkage) * s[i][j] + (i == j ? shrinkage * mu : 0);
      }
    }
    return new LedoitWolf(mean, s, mu, delta2, beta2, shrinkage);
  }

  private static double fourthPowers(EncodedRows rows, int[] chosen, double[] mean) {
    double sum = 0;
    for (int row : chosen) {
      double square = 0;
      for (int d = 0; d < mean.length; d++) {
        double x = rows.values()[row * mean.length + d] - mean[d];
        square += x * x;
      }
      sum += square * square;
    }
    return sum;
  }

  /** Mean of each column. */
  static double[] mean(EncodedRows rows) {
    double[] mean = new double[rows.dimensions()];
    for (int row = 0; row < rows.rows(); row++) {
      for (int d = 0; d < mean.length; d++) {
        mean[d] += rows.values()[row * mean.length + d];
      }
    }
    for (int d = 0; d < mean.length; d++) {
      mean[d] /= rows.rows();
    }
    return mean;
  }
}
