package org.spineregistry.synthesis.special;

/**
 * The standard normal distribution function for bulk use: Taylor series around the nearest of 545
 * points, 1/32 apart, whose derivatives are Hermite polynomials times the density (Abramowitz and
 * Stegun, 26.2.29). Absolute error below 4e-16; where the relative precision of a tail matters, use
 * {@link StandardNormal}. Products and sums only, so that it is an order of magnitude faster.
 */
public final class TabulatedNormal {
  private static final double FARTHEST = 8.5;
  private static final int PER_UNIT = 32;
  private static final int POINTS = 2 * (int) (FARTHEST * PER_UNIT) + 1;

  /** Value, then the factors of d, d^2, ..., d^6. */
  private static final int TERMS = 7;

  private static final double[] SERIES = series();

  private TabulatedNormal() {}

  /** P(Z &lt;= x). */
  public static double cdf(double x) {
    if (!(x > -FARTHEST && x < FARTHEST)) {
      return StandardNormal.cdf(x);
    }
    int point = (int) ((x + FARTHEST) * PER_UNIT + 0.5);
    double d = x - ((double) point / PER_UNIT - FARTHEST);
    int at = point * TERMS;
    double tail = (SERIES[at + 6] * d + SERIES[at + 5]) * d + SERIES[at + 4];
    return SERIES[at]
        + d * (SERIES[at + 1] + d * (SERIES[at + 2] + d * (SERIES[at + 3] + d * tail)));
  }

  private static double[] series() {
    double[] series = new double[POINTS * TERMS];
    for (int point = 0; point < POINTS; point++) {
      double x = (double) point / PER_UNIT - FARTHEST;
      int at = point * TERMS;
      series[at] = StandardNormal.cdf(x);
      double before = 0;
      double term = StandardNormal.density(x);
      for (int m = 1; m < TERMS; m++) {
        // the derivative of he_(m-1) phi is -he_m phi; he_m = x he_(m-1) - (m - 1) he_(m-2)
        series[at + m] = term / factorial(m);
        double next = -(x * term + (m - 1) * before);
        before = term;
        term = next;
      }
    }
    return series;
  }

  private static double factorial(int m) {
    double product = 1;
    for (int i = 2; i <= m; i++) {
      product *= i;
    }
    return product;
  }
}
