package org.spineregistry.synthesis.metric;

import java.util.Arrays;
import org.spineregistry.synthesis.linear.Cholesky;
import org.spineregistry.synthesis.special.LogisticFunction;

/**
 * Logistic regression with a ridge penalty on standardised columns (le Cessie and van Houwelingen
 * 1992, Applied Statistics 41:191): minimises -ln L(b0 + Z b) + lambda/2 ||b||^2 with the intercept
 * free, Z scaled by the population SD, by Newton's method. Every lambda above 0 has one solution,
 * even when the columns separate the outcomes. A column without spread gets the coefficient 0.
 */
public final class LogisticRidge {
  private static final int MAXIMUM_STEPS = 100;
  private static final double CONVERGED = 1e-9;

  /** Enough to compare lambdas: what is left of the way is of second order. */
  private static final double NEARLY = 1e-5;

  private static final double ROUNDING = 1e-12;
  private static final double SMALLEST_PART = 1e-6;

  private final StandardisedColumns columns;

  /** Rows of Z behind a leading 1. */
  private final double[][] design;

  private final boolean[] y;

  /**
   * @param x one array a row, all of the same length, no NaN; not changed
   * @param y whether the row's outcome is the positive one
   * @throws IllegalArgumentException unless there is an outcome for each row and both occur
   */
  public LogisticRidge(double[][] x, boolean[] y) {
    int positives = 0;
    for (boolean positive : y) {
      positives += positive ? 1 : 0;
    }
    if (x.length != y.length || positives == 0 || positives == y.length) {
      throw new IllegalArgumentException("Logistic ridge needs rows of both outcomes");
    }
    this.y = y.clone();
    this.columns = StandardisedColumns.of(x);
    this.design = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      design[i] = new double[x[i].length + 1];
      design[i][0] = 1;
      System.arraycopy(columns.z()[i], 0, design[i], 1, x[i].length);
    }
  }

  /** Log-odds as a linear prediction; {@link LinearModel#probability} turns them back. */
  public LinearModel fit(double lambda) {
    double[] b = minimum(lambda, start(), CONVERGED).loss().b();
    return columns.model(b[0], Arrays.copyOfRange(b, 1, b.length));
  }

  /**
   * The lambda of {@link Ridge#lambdas} with the smallest {@link #leaveOneOut} loss; the first one
   * of ties.
   */
  public double bestLambda() {
    double[] lambdas = Ridge.lambdas();
    double best = Double.NaN;
    double smallest = Double.POSITIVE_INFINITY;
    LogisticLoss nearby = start();
    // from the strongest penalty down, each solution close to the next
    for (int i = lambdas.length - 1; i >= 0; i--) {
      LogisticStep solution = minimum(lambdas[i], nearby, NEARLY);
      double loss = leaveOneOut(solution);
      if (loss <= smallest) {
        smallest = loss;
        best = lambdas[i];
      }
      nearby = solution.loss();
    }
    return best;
  }

  /**
   * Mean log loss of rows left out one by one, Z held fixed: the solution without row i is taken to
   * be one Newton step away, which moves its log-odds by -a_i (y_i - p_i)/(1 - w_i a_i), a_i = x_i'
   * H^-1 x_i, w_i = p_i (1 - p_i), H the Hessian of the whole (Pregibon 1981, Annals of Statistics
   * 9:705; Rad and Maleki 2020, JRSS B 82:965).
   */
  public double leaveOneOut(double lambda) {
    return leaveOneOut(minimum(lambda, start(), CONVERGED));
  }

  private double leaveOneOut(LogisticStep solution) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double[] half = Cholesky.forward(solution.factor(), design[i]);
      double a = 0;
      for (double part : half) {
        a += part * part;
      }
      double logOdds = solution.loss().logOdds()[i];
      double p = LogisticFunction.value(logOdds);
      double without = logOdds - a * ((y[i] ? 1 : 0) - p) / (1 - p * (1 - p) * a);
      sum += LogisticFunction.logOnePlusExp(y[i] ? -without : without);
    }
    return sum / y.length;
  }

  private LogisticLoss start() {
    return LogisticLoss.at(new double[design[0].length], design, y);
  }

  private LogisticStep minimum(double lambda, LogisticLoss from, double smallestStep) {
    LogisticStep at = LogisticStep.of(from, lambda);
    for (int step = 0; step < MAXIMUM_STEPS && at.largest() > smallestStep; step++) {
      LogisticStep next = ahead(at, 1, lambda);
      // far from the minimum a whole step may pass it: the objective is convex, so a part will do
      for (double part = 0.5; isWorse(next, at) && part > SMALLEST_PART; part /= 2) {
        next = ahead(at, part, lambda);
      }
      at = next;
    }
    return at;
  }

  private LogisticStep ahead(LogisticStep at, double part, double lambda) {
    return LogisticStep.of(LogisticLoss.at(at.ahead(part), design, y), lambda);
  }

  private static boolean isWorse(LogisticStep next, LogisticStep at) {
    return next.objective() > at.objective() * (1 + ROUNDING);
  }
}
