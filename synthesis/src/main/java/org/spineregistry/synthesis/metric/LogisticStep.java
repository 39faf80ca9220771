package org.spineregistry.synthesis.metric;

import org.spineregistry.synthesis.linear.Cholesky;

/**
 * A point on the way to the minimum of a penalised logistic loss, and Newton's step from it.
 *
 * @param loss without the penalty
 * @param objective loss + lambda/2 ||b||^2, the intercept b_0 not penalised
 * @param factor Cholesky factor of the objective's Hessian
 * @param newton Newton's step
 */
record LogisticStep(LogisticLoss loss, double objective, double[][] factor, double[] newton) {

  static LogisticStep of(LogisticLoss loss, double lambda) {
    double[] b = loss.b();
    double[] descent = loss.descent().clone();
    double[][] hessian = new double[b.length][];
    double objective = loss.value();
    for (int j = 0; j < b.length; j++) {
      hessian[j] = loss.hessian()[j].clone();
      if (j > 0) {
        objective += 0.5 * lambda * b[j] * b[j];
        descent[j] -= lambda * b[j];
        hessian[j][j] += lambda;
      }
    }
    double[][] factor = Cholesky.lower(hessian);
    return new LogisticStep(loss, objective, factor, Cholesky.solve(factor, descent));
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
    double[] next = loss.b().clone();
    for (int j = 0; j < next.length; j++) {
      next[j] += part * newton[j];
    }
    return next;
  }
}
