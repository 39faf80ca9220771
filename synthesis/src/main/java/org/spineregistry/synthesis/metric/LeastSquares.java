package org.spineregistry.synthesis.metric;

import java.util.Arrays;
import org.spineregistry.synthesis.linear.OrderedQr;
import org.spineregistry.synthesis.special.StudentT;

/**
 * Ordinary least squares with classical standard errors (Draper and Smith, Applied Regression
 * Analysis). A column that earlier ones determine gets no coefficient.
 *
 * @param coefficients one for each column; NaN for a determined one
 * @param standardErrors likewise; NaN without any degrees of freedom
 * @param degreesOfFreedom rows less coefficients
 */
public record LeastSquares(double[] coefficients, double[] standardErrors, int degreesOfFreedom) {
  private static final double TAIL = 0.025;

  /**
   * Fits y = X b.
   *
   * @param columns of X, an intercept among them as ones; no NaN; not changed
   * @param y one target a row, no NaN
   */
  public static LeastSquares of(double[][] columns, double[] y) {
    OrderedQr qr = OrderedQr.of(columns);
    double[] b = qr.nearest(y);
    double[] inverse = qr.inverseDiagonal();
    int freedom = y.length - b.length;
    double variance = freedom > 0 ? squares(columns, qr.kept(), b, y) / freedom : Double.NaN;
    double[] coefficients = new double[columns.length];
    double[] standardErrors = new double[columns.length];
    Arrays.fill(coefficients, Double.NaN);
    Arrays.fill(standardErrors, Double.NaN);
    for (int k = 0; k < b.length; k++) {
      coefficients[qr.kept()[k]] = b[k];
      standardErrors[qr.kept()[k]] = Math.sqrt(variance * inverse[k]);
    }
    return new LeastSquares(coefficients, standardErrors, freedom);
  }

  /** Each coefficient with its 95 % interval by Student's t. */
  public Estimate[] estimates() {
    double quantile =
        degreesOfFreedom > 0 ? new StudentT(degreesOfFreedom).upperQuantile(TAIL) : Double.NaN;
    Estimate[] estimates = new Estimate[coefficients.length];
    for (int j = 0; j < estimates.length; j++) {
      estimates[j] = Estimate.of(coefficients[j], quantile * standardErrors[j]);
    }
    return estimates;
  }

  private static double squares(double[][] columns, int[] kept, double[] b, double[] y) {
    double sum = 0;
    for (int row = 0; row < y.length; row++) {
      double residual = y[row];
      for (int k = 0; k < b.length; k++) {
        residual -= b[k] * columns[kept[k]][row];
      }
      sum += residual * residual;
    }
    return sum;
  }
}
