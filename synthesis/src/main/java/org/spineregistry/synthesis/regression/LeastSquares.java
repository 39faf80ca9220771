package org.spineregistry.synthesis.regression;

import org.apache.commons.statistics.distribution.TDistribution;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.spineregistry.synthesis.metric.Interval;

/**
 * Ordinary least squares with classical standard errors.
 *
 * @param coefficients one for each column of the design
 * @param errors standard error of each
 * @param degreesOfFreedom rows less columns
 */
public record LeastSquares(double[] coefficients, double[] errors, int degreesOfFreedom) {
  private static final double DEPENDENT = 1e-10;

  /**
   * Fits y = X b.
   *
   * @param x one array a row, the intercept as a column of ones; not changed
   * @param y one target a row
   * @return null when there are too few rows or the columns depend on each other
   */
  public static LeastSquares of(double[][] x, double[] y) {
    int p = x.length == 0 ? 0 : x[0].length;
    if (x.length <= p) {
      return null;
    }
    QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(x.length, p);
    if (!qr.decompose(new DMatrixRMaj(x))) {
      return null;
    }
    DMatrixRMaj q = qr.getQ(null, true);
    DMatrixRMaj r = qr.getR(null, true);
    if (!isFullRank(r, p)) {
      return null;
    }
    double[] projected = new double[p];
    for (int row = 0; row < y.length; row++) {
      for (int j = 0; j < p; j++) {
        projected[j] += q.get(row, j) * y[row];
      }
    }
    double[][] inverse = inverse(r, p);
    double[] coefficients = new double[p];
    double[] norms = new double[p];
    for (int j = 0; j < p; j++) {
      for (int k = j; k < p; k++) {
        coefficients[j] += inverse[j][k] * projected[k];
        norms[j] += inverse[j][k] * inverse[j][k];
      }
    }
    int freedom = x.length - p;
    double variance = residuals(x, y, coefficients) / freedom;
    double[] errors = new double[p];
    for (int j = 0; j < p; j++) {
      errors[j] = Math.sqrt(variance * norms[j]);
    }
    return new LeastSquares(coefficients, errors, freedom);
  }

  /** The 95 % interval of a coefficient by Student's t. */
  public Interval interval(int coefficient) {
    double half =
        TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(0.025) * errors[coefficient];
    return new Interval(coefficients[coefficient] - half, coefficients[coefficient] + half);
  }

  private static boolean isFullRank(DMatrixRMaj r, int p) {
    double largest = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (int j = 0; j < p; j++) {
      largest = Math.max(largest, Math.abs(r.get(j, j)));
      smallest = Math.min(smallest, Math.abs(r.get(j, j)));
    }
    return smallest > DEPENDENT * largest;
  }

  private static double[][] inverse(DMatrixRMaj r, int p) {
    double[][] inverse = new double[p][p];
    for (int column = 0; column < p; column++) {
      inverse[column][column] = 1 / r.get(column, column);
      for (int row = column - 1; row >= 0; row--) {
        double sum = 0;
        for (int k = row + 1; k <= column; k++) {
          sum += r.get(row, k) * inverse[k][column];
        }
        inverse[row][column] = -sum / r.get(row, row);
      }
    }
    return inverse;
  }

  private static double residuals(double[][] x, double[] y, double[] coefficients) {
    double sum = 0;
    for (int row = 0; row < y.length; row++) {
      double residual = y[row];
      for (int j = 0; j < coefficients.length; j++) {
        residual -= coefficients[j] * x[row][j];
      }
      sum += residual * residual;
    }
    return sum;
  }
}
