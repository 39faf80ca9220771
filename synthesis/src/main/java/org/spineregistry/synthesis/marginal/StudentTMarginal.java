package org.spineregistry.synthesis.marginal;

import org.spineregistry.synthesis.special.StudentT;

/** Student's t distribution with location and scale. */
final class StudentTMarginal implements Marginal {

  private final double location;
  private final double scale;
  private final double degreesOfFreedom;
  private final StudentT standard;
  private final double logNorm;

  StudentTMarginal(double location, double scale, double degreesOfFreedom) {
    this.location = location;
    this.scale = scale;
    this.degreesOfFreedom = degreesOfFreedom;
    this.standard = new StudentT(degreesOfFreedom);
    this.logNorm = standard.logNorm() + StrictMath.log(scale);
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

  private double tail(double x) {
    return standard.tail((x - location) / scale);
  }

  @Override
  public double logDensity(double x) {
    double t = (x - location) / scale;
    return -0.5 * (degreesOfFreedom + 1) * StrictMath.log(1 + t * t / degreesOfFreedom) - logNorm;
  }
}
