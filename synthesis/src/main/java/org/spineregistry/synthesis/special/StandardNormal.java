package org.spineregistry.synthesis.special;

/**
 * The standard normal distribution. Tails keep their relative precision: use {@link #upper} instead
 * of {@code 1 - cdf(x)}, and {@link #upperQuantile} instead of {@code quantile(1 - q)}.
 *
 * <p>Sources: W. J. Cody (1969), Rational Chebyshev approximations for the error function,
 * Mathematics of Computation 23:631; M. J. Wichura (1988), Algorithm AS 241, Applied Statistics
 * 37:477.
 */
public final class StandardNormal {
  private static final double SQRT_HALF = 0.70710678118654752440;
  private static final double INVERSE_SQRT_TWO_PI = 0.39894228040143267794;

  private StandardNormal() {}

  /** Density at {@code x}. */
  public static double density(double x) {
    return INVERSE_SQRT_TWO_PI * StrictMath.exp(-0.5 * x * x);
  }

  /** P(Z &lt;= x). */
  public static double cdf(double x) {
    return 0.5 * ErrorFunction.complement(-x * SQRT_HALF);
  }

  /** P(Z &gt; x). */
  public static double upper(double x) {
    return 0.5 * ErrorFunction.complement(x * SQRT_HALF);
  }

  /**
   * The x with P(Z &lt;= x) = p, relative error about 1e-16.
   *
   * @param p in [0, 1]; 0 and 1 give the infinities
   */
  public static double quantile(double p) {
    double fromCentre = p - 0.5;
    if (Math.abs(fromCentre) <= 0.425) {
      return WichuraQuantile.central(fromCentre);
    }
    return fromCentre < 0 ? WichuraQuantile.lower(p) : -WichuraQuantile.lower(1 - p);
  }

  /** The x with P(Z &gt; x) = q: exact far out in the upper tail. */
  public static double upperQuantile(double q) {
    return -quantile(q);
  }
}
