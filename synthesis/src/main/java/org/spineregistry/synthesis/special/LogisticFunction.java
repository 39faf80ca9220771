package org.spineregistry.synthesis.special;

/** The logistic function and the logarithms that go with it, without overflow. */
public final class LogisticFunction {
  private LogisticFunction() {}

  /** 1 / (1 + exp(-x)), the probability that belongs to the log-odds x. */
  public static double value(double x) {
    double small = StrictMath.exp(-Math.abs(x));
    return (x >= 0 ? 1 : small) / (1 + small);
  }

  /** ln(1 + exp(x)), minus the log-likelihood of a failure with log-odds x. */
  public static double logOnePlusExp(double x) {
    return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }
}
