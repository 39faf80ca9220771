package org.spineregistry.synthesis.metric;

import org.spineregistry.synthesis.linear.Cholesky;
import org.spineregistry.synthesis.special.LogisticFunction;

/**
 * A point on the way to the minimum of a penalised logistic likelihood, and the Newton step from
 * it.
 *
 * @param b intercept and coefficients
 * @param objective -ln L + lambda/2 ||b||^2
 * @param logOdds of each row
 * @param factor Cholesky factor of the Hessian
 * @param newton Newton's step
 */
record LogisticStep(
    double[] b, double objective, double[] logOdds, double[][] factor, double[] newton) {
  /**
   * Evaluates a point.
   *
   * @param design rows with a leading 1
   */
  static LogisticStep at(double[] b, double lambda, double[][] design, boolean[] y) {
    int p = b.length;
    double[] logOdds = new double[y.length];
    double[] gradient = new double[p];
    double[][] hessian = new double[p][p];
    double objective = 0;
    for (int i = 0; i < y.length; i++) {
      double[] row = design[i];
      for (int j = 0; j < p; j++) {
        logOdds[i] += b[j] * row[j];
      }
      objective += LogisticFunction.logOnePlusExp(y[i] ? -logOdds[i] : logOdds[i]);
      double probability = LogisticFunction.value(logOdds[i]);
      add(row, (y[i] ? 1 : 0) - probability, probability * (1 - probability), gradient, hessian);
    }
    for (int j = 1; j < p; j++) {
      objective += 0.5 * lambda * b[j] * b[j];
      gradient[j] -= lambda * b[j];
      hessian[j][j] += lambda;
    }
    double[][] factor = Cholesky.lower(hessian);
    return new LogisticStep(b, objective, logOdds, factor, Cholesky.solve(factor, gradient));
  }

  /** The largest component of Newton's step. */
  double largest() {
    double largest = 0;
    for (double component : newton) {
      largest = Math.max(largest, Math.abs(component));
    }
    return largest;
  }

  /** The point a part of the step away. */
  double[] ahead(double part) {
    double[] next = b.clone();
    for (int j = 0; j < next.length; j++) {
      next[j] += part * newton[j];
    }
    return next;
  }

  /** What one row adds to the gradient and to the lower triangle of the Hessian. */
  private static void add(
      double[] row, double residual, double weight, double[] gradient, double[][] hessian) {
    for (int j = 0; j < row.length; j++) {
      gradient[j] += residual * row[j];
      double weighted = weight * row[j];
      double[] line = hessian[j];
      for (int k = 0; k <= j; k++) {
        line[k] += weighted * row[k];
      }
    }
  }
}
