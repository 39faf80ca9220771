package org.spineregistry.synthesis.special;

/**
 * Regularised incomplete gamma functions of a fixed shape: a series below the mean (DLMF 8.11.4), a
 * continued fraction above it (DLMF 8.9.2, evaluated by Lentz's method).
 */
public final class IncompleteGamma {
  private static final double EPSILON = 1e-16;
  private static final double TINY = 1e-300;
  private static final int MAXIMUM_TERMS = 100_000;

  private final double shape;
  private final double logGamma;

  /**
   * @param shape positive
   */
  public IncompleteGamma(double shape) {
    this.shape = shape;
    this.logGamma = GammaFunction.log(shape);
  }

  /** P(shape, x), the distribution function of a gamma variable with scale 1. */
  public double lower(double x) {
    if (x <= 0) {
      return 0;
    }
    return x < shape + 1 ? series(x) : 1 - fraction(x);
  }

  /** Q(shape, x) = 1 - P(shape, x). */
  public double upper(double x) {
    if (x <= 0) {
      return 1;
    }
    return x < shape + 1 ? 1 - series(x) : fraction(x);
  }

  private double series(double x) {
    double term = 1 / shape;
    double sum = term;
    for (int n = 1; n < MAXIMUM_TERMS; n++) {
      term *= x / (shape + n);
      sum += term;
      if (term < sum * EPSILON) {
        break;
      }
    }
    return sum * prefactor(x);
  }

  private double fraction(double x) {
    double b = x + 1 - shape;
    double c = 1 / TINY;
    double d = 1 / b;
    double value = d;
    for (int n = 1; n < MAXIMUM_TERMS; n++) {
      double a = -n * (n - shape);
      b += 2;
      d = 1 / away(a * d + b);
      c = away(b + a / c);
      double change = d * c;
      value *= change;
      if (Math.abs(change - 1) < 4 * EPSILON) {
        break;
      }
    }
    return value * prefactor(x);
  }

  private double prefactor(double x) {
    return StrictMath.exp(shape * StrictMath.log(x) - x - logGamma);
  }

  private static double away(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }
}
