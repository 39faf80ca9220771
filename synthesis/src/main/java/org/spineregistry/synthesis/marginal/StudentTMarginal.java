package org.spineregistry.synthesis.marginal;

import org.spineregistry.synthesis.special.IncompleteBeta;

/** Student's t distribution with location and scale. */
final class StudentTMarginal implements Marginal {

  private final double location;
  private final double scale;
  private final double degreesOfFreedom;
  private final IncompleteBeta incomplete;
  private final double logNorm;

  StudentTMarginal(double location, double scale, double degreesOfFreedom) {
    this.location = location;
    this.scale = scale;
    this.degreesOfFreedom = degreesOfFreedom;
    this.incomplete = new IncompleteBeta(0.5 * degreesOfFreedom, 0.5);
    this.logNorm = logNorm(degreesOfFreedom, incomplete.logBeta()) + StrictMath.log(scale);
  }

  /** ln(B(df/2, 1/2) sqrt(df)), the norm of the standard density. */
  static double logNorm(double degreesOfFreedom, double logBeta) {
    return logBeta + 0.5 * StrictMath.log(degreesOfFreedom);
  }

  double location() {
    return location;
  }

  double scale() {
    return scale;
  }

  double degreesOfFreedom() {
    return degreesOfFreedom;
  }

  @Override
  public double cdf(double x) {
    return x < location ? tail(x) : 1 - tail(x);
  }

  @Override
  public double upper(double x) {
    return x < location ? 1 - tail(x) : tail(x);
  }

  /** P(T &gt; |t|) = I_w(df/2, 1/2) / 2 with w = df / (df + t^2). */
  private double tail(double x) {
    double t = (x - location) / scale;
    double square = t * t;
    double whole = degreesOfFreedom + square;
    return 0.5 * incomplete.value(degreesOfFreedom / whole, square / whole);
  }

  @Override
  public double logDensity(double x) {
    double t = (x - location) / scale;
    return -0.5 * (degreesOfFreedom + 1) * StrictMath.log(1 + t * t / degreesOfFreedom) - logNorm;
  }
}
