package org.spineregistry.synthesis.marginal;

import org.spineregistry.synthesis.special.IncompleteBeta;

/** Beta distribution on [lower, upper]. */
final class BetaMarginal implements Marginal {
  private final double alpha;
  private final double beta;
  private final double lower;
  private final double upper;
  private final IncompleteBeta incomplete;

  BetaMarginal(double alpha, double beta, double lower, double upper) {
    this.alpha = alpha;
    this.beta = beta;
    this.lower = lower;
    this.upper = upper;
    this.incomplete = new IncompleteBeta(alpha, beta);
  }

  double alpha() {
    return alpha;
  }

  double beta() {
    return beta;
  }

  double lowerEnd() {
    return lower;
  }

  double upperEnd() {
    return upper;
  }

  @Override
  public double cdf(double x) {
    return incomplete.value((x - lower) / (upper - lower), (upper - x) / (upper - lower));
  }

  @Override
  public double upper(double x) {
    return incomplete.complement((x - lower) / (upper - lower), (upper - x) / (upper - lower));
  }

  @Override
  public double logDensity(double x) {
    if (x <= lower || x >= upper) {
      return Double.NEGATIVE_INFINITY;
    }
    double width = upper - lower;
    return (alpha - 1) * StrictMath.log((x - lower) / width)
        + (beta - 1) * StrictMath.log((upper - x) / width)
        - incomplete.logBeta()
        - StrictMath.log(width);
  }
}
