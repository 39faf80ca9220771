package org.spineregistry.synthesis.marginal;

import org.spineregistry.synthesis.special.StandardNormal;

/** Normal distribution. */
record NormalMarginal(double mean, double sd) implements Marginal {
  private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

  @Override
  public double cdf(double x) {
    return StandardNormal.cdf((x - mean) / sd);
  }

  @Override
  public double upper(double x) {
    return StandardNormal.upper((x - mean) / sd);
  }

  @Override
  public double logDensity(double x) {
    double z = (x - mean) / sd;
    return -0.5 * z * z - StrictMath.log(sd) - HALF_LOG_TWO_PI;
  }
}
