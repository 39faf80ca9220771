package org.spineregistry.synthesis.marginal;

import org.spineregistry.synthesis.special.StandardNormal;

/**
 * Normal distribution with its location inside [lower, upper], restricted to that interval.
 *
 * @param location mode of the distribution, not its mean
 */
record TruncatedNormalMarginal(double location, double scale, double lower, double upper)
    implements Marginal {
  private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

  @Override
  public double cdf(double x) {
    if (x <= lower) {
      return 0;
    }
    return x >= upper ? 1 : between(lower, x) / mass();
  }

  @Override
  public double upper(double x) {
    if (x <= lower) {
      return 1;
    }
    return x >= upper ? 0 : between(x, upper) / mass();
  }

  @Override
  public double logDensity(double x) {
    if (x < lower || x > upper) {
      return Double.NEGATIVE_INFINITY;
    }
    double z = (x - location) / scale;
    return -0.5 * z * z - StrictMath.log(scale * mass()) - HALF_LOG_TWO_PI;
  }

  /** Probability of the interval before the restriction. */
  double mass() {
    return between(lower, upper);
  }

  private double between(double from, double to) {
    double a = (from - location) / scale;
    double b = (to - location) / scale;
    return a > 0
        ? StandardNormal.upper(a) - StandardNormal.upper(b)
        : StandardNormal.cdf(b) - StandardNormal.cdf(a);
  }
}
