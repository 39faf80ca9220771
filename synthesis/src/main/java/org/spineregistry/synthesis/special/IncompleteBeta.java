package org.spineregistry.synthesis.special;

/**
 * Regularised incomplete beta function of fixed parameters: the continued fraction DLMF 8.17.22 by
 * Lentz's method, on the side of the mean where it converges fast.
 */
public final class IncompleteBeta {
  private static final double EPSILON = 4e-16;
  private static final double TINY = 1e-300;
  private static final int MAXIMUM_TERMS = 100_000;

  private final double alpha;
  private final double beta;
  private final double logBeta;

  /**
   * @param alpha positive
   * @param beta positive
   */
  public IncompleteBeta(double alpha, double beta) {
    this.alpha = alpha;
    this.beta = beta;
    this.logBeta =
        GammaFunction.log(alpha) + GammaFunction.log(beta) - GammaFunction.log(alpha + beta);
  }

  /** ln B(alpha, beta). */
  public double logBeta() {
    return logBeta;
  }

  /**
   * I_x(alpha, beta). Both parts of the argument are passed, so that neither loses digits.
   *
   * @param x in [0, 1]
   * @param rest 1 - x
   */
  public double value(double x, double rest) {
    if (x <= 0) {
      return 0;
    }
    if (rest <= 0) {
      return 1;
    }
    return isLow(x) ? front(x, rest, alpha, x) : 1 - front(x, rest, beta, rest);
  }

  /** 1 - I_x(alpha, beta), precise where it is small. */
  public double complement(double x, double rest) {
    if (x <= 0) {
      return 1;
    }
    if (rest <= 0) {
      return 0;
    }
    return isLow(x) ? 1 - front(x, rest, alpha, x) : front(x, rest, beta, rest);
  }

  private boolean isLow(double x) {
    return x < (alpha + 1) / (alpha + beta + 2);
  }

  private double front(double x, double rest, double own, double argument) {
    double power =
        StrictMath.exp(alpha * StrictMath.log(x) + beta * StrictMath.log(rest) - logBeta);
    return power * fraction(own, alpha + beta - own, argument) / own;
  }

  private static double fraction(double a, double b, double x) {
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m < MAXIMUM_TERMS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / away(1 + even * d);
      c = away(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / away(1 + odd * d);
      c = away(1 + odd / c);
      double change = d * c;
      value *= change;
      if (Math.abs(change - 1) < EPSILON) {
        break;
      }
    }
    return value;
  }

  private static double away(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }
}
