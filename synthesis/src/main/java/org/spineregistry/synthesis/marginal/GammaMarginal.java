package org.spineregistry.synthesis.marginal;

import org.spineregistry.synthesis.special.GammaFunction;
import org.spineregistry.synthesis.special.IncompleteGamma;

/** Gamma distribution with location 0. */
final class GammaMarginal implements Marginal {
  private final double shape;
  private final double scale;
  private final IncompleteGamma incomplete;
  private final double logNorm;

  GammaMarginal(double shape, double scale) {
    this.shape = shape;
    this.scale = scale;
    this.incomplete = new IncompleteGamma(shape);
    this.logNorm = GammaFunction.log(shape) + shape * StrictMath.log(scale);
  }

  double shape() {
    return shape;
  }

  double scale() {
    return scale;
  }

  @Override
  public double cdf(double x) {
    return incomplete.lower(x / scale);
  }

  @Override
  public double upper(double x) {
    return incomplete.upper(x / scale);
  }

  @Override
  public double logDensity(double x) {
    if (x <= 0) {
      return Double.NEGATIVE_INFINITY;
    }
    return (shape - 1) * StrictMath.log(x) - x / scale - logNorm;
  }
}
