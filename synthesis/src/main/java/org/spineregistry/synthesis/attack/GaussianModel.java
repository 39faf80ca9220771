package org.spineregistry.synthesis.attack;

import org.spineregistry.synthesis.linear.Cholesky;
import org.spineregistry.synthesis.metric.EncodedRows;

/**
 * A multivariate normal distribution.
 *
 * @param lower Cholesky factor of the covariance, row i has i + 1 entries
 * @param logDeterminant of the covariance
 */
record GaussianModel(double[] mean, double[][] lower, double logDeterminant) {
  /** On the diagonal, so that a column that never varies does not make the likelihood infinite. */
  private static final double FLOOR = 0.001;

  static GaussianModel of(LedoitWolf estimate) {
    double[][] covariance = new double[estimate.mean().length][];
    for (int i = 0; i < covariance.length; i++) {
      covariance[i] = estimate.covariance()[i].clone();
      covariance[i][i] += FLOOR;
    }
    double[][] lower = Cholesky.lower(covariance);
    double logDeterminant = 0;
    for (int i = 0; i < lower.length; i++) {
      logDeterminant += 2 * StrictMath.log(lower[i][i]);
    }
    return new GaussianModel(estimate.mean(), lower, logDeterminant);
  }

  /** Log-likelihood of one row, without the constant that all models of a dimension share. */
  double logLikelihood(EncodedRows rows, int row) {
    double[] y = new double[mean.length];
    double squares = 0;
    for (int i = 0; i < y.length; i++) {
      double[] factor = lower[i];
      double rest = rows.values()[row * y.length + i] - mean[i];
      for (int j = 0; j < i; j++) {
        rest -= factor[j] * y[j];
      }
      y[i] = rest / factor[i];
      squares += y[i] * y[i];
    }
    return -0.5 * (squares + logDeterminant);
  }

  /** Log-likelihood of every row. */
  double[] logLikelihoods(EncodedRows rows) {
    double[] found = new double[rows.rows()];
    for (int row = 0; row < found.length; row++) {
      found[row] = logLikelihood(rows, row);
    }
    return found;
  }
}
