package org.spineregistry.synthesis.metric;

import org.spineregistry.synthesis.special.LogisticFunction;

/**
 * The logistic loss -ln L at one point with its derivatives, before any penalty.
 *
 * @param b intercept and coefficients
 * @param value -ln L
 * @param logOdds of each row
 * @param descent minus the gradient
 * @param hessian lower triangle
 */
record LogisticLoss(
    double[] b, double value, double[] logOdds, double[] descent, double[][] hessian) {
  private static final int ROWS = 4;

  /**
   * Evaluates a point.
   *
   * @param design rows with a leading 1
   */
  static LogisticLoss at(double[] b, double[][] design, boolean[] y) {
    int p = b.length;
    double[] logOdds = new double[y.length];
    double[] weights = new double[y.length];
    double[] descent = new double[p];
    double value = 0;
    for (int i = 0; i < y.length; i++) {
      double[] row = design[i];
      for (int j = 0; j < p; j++) {
        logOdds[i] += b[j] * row[j];
      }
      value += LogisticFunction.logOnePlusExp(y[i] ? -logOdds[i] : logOdds[i]);
      double probability = LogisticFunction.value(logOdds[i]);
      weights[i] = probability * (1 - probability);
      double residual = (y[i] ? 1 : 0) - probability;
      for (int j = 0; j < p; j++) {
        descent[j] += residual * row[j];
      }
    }
    return new LogisticLoss(b, value, logOdds, descent, crossProduct(design, weights));
  }

  /** The lower triangle of X'WX, four rows at a time: one load and store of a sum for four. */
  private static double[][] crossProduct(double[][] x, double[] weights) {
    int p = x[0].length;
    double[][] product = new double[p][p];
    int i = 0;
    for (; i + ROWS <= x.length; i += ROWS) {
      addFour(x, weights, i, product);
    }
    for (; i < x.length; i++) {
      for (int j = 0; j < p; j++) {
        double factor = weights[i] * x[i][j];
        for (int k = 0; k <= j; k++) {
          product[j][k] += factor * x[i][k];
        }
      }
    }
    return product;
  }

  private static void addFour(double[][] x, double[] weights, int first, double[][] product) {
    double[] a = x[first];
    double[] b = x[first + 1];
    double[] c = x[first + 2];
    double[] d = x[first + 3];
    for (int j = 0; j < a.length; j++) {
      double fa = weights[first] * a[j];
      double fb = weights[first + 1] * b[j];
      double fc = weights[first + 2] * c[j];
      double fd = weights[first + 3] * d[j];
      double[] line = product[j];
      for (int k = 0; k <= j; k++) {
        line[k] += fa * a[k] + fb * b[k] + (fc * c[k] + fd * d[k]);
      }
    }
  }
}
