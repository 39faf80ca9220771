package org.spineregistry.synthesis.marginal;

/** Uniform distribution on [lower, upper]. */
record UniformMarginal(double lower, double upper) implements Marginal {
  @Override
  public double cdf(double x) {
    return Math.min(1, Math.max(0, (x - lower) / (upper - lower)));
  }

  @Override
  public double upper(double x) {
    return Math.min(1, Math.max(0, (upper - x) / (upper - lower)));
  }

  @Override
  public double logDensity(double x) {
    boolean inside = x >= lower && x <= upper;
    return inside ? -StrictMath.log(upper - lower) : Double.NEGATIVE_INFINITY;
  }
}
