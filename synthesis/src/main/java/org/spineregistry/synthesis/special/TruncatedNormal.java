package org.spineregistry.synthesis.special;

/**
 * A standard normal restricted to an interval. Everything is computed from the tail that is the
 * smaller, so that far out no digits are lost.
 */
public final class TruncatedNormal {
  /** From here on the tail probabilities run out of exponents. */
  private static final double FARTHEST = 37;

  private TruncatedNormal() {}

  /**
   * The value below which a share of the restricted distribution lies, by inversion.
   *
   * @param lower may be minus infinity
   * @param upper above {@code lower}, may be infinity; equal bounds give themselves
   * @param share in [0, 1]
   * @throws IllegalArgumentException unless lower &lt;= upper
   */
  public static double quantile(double lower, double upper, double share) {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException("An interval has its lower end first");
    }
    if (upper < 0) {
      return -ofUpperTail(-upper, -lower, 1 - share);
    }
    return lower > 0 ? ofUpperTail(lower, upper, share) : acrossZero(lower, upper, share);
  }

  /**
   * The mean of the restricted distribution, (phi(lower) - phi(upper)) / P(lower &lt; Z &lt;
   * upper).
   *
   * @throws IllegalArgumentException unless lower &lt;= upper
   */
  public static double mean(double lower, double upper) {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException("An interval has its lower end first");
    }
    if (upper < 0) {
      return -mean(-upper, -lower);
    }
    double mass =
        lower > 0
            ? StandardNormal.upper(lower) - StandardNormal.upper(upper)
            : StandardNormal.cdf(upper) - StandardNormal.cdf(lower);
    double mean = (StandardNormal.density(lower) - StandardNormal.density(upper)) / mass;
    // an interval narrower than rounding, or so far out that nothing is left of its mass
    boolean lost = !(mass > 0) || lower > FARTHEST;
    double nearest = lower > 0 ? Math.min(upper, lower + 1 / lower) : 0.5 * (lower + upper);
    return clip(lost ? nearest : mean, lower, upper);
  }

  private static double acrossZero(double lower, double upper, double share) {
    double below = StandardNormal.cdf(lower);
    double mass = StandardNormal.cdf(upper) - below;
    double p = below + share * mass;
    double x =
        p < 0.5
            ? StandardNormal.quantile(p)
            : StandardNormal.upperQuantile(StandardNormal.upper(upper) + (1 - share) * mass);
    return clip(x, lower, upper);
  }

  private static double ofUpperTail(double lower, double upper, double share) {
    double beyond = StandardNormal.upper(upper);
    double tail = StandardNormal.upper(lower);
    double x =
        lower < FARTHEST
            ? StandardNormal.upperQuantile(tail - share * (tail - beyond))
            : farOut(lower, upper, share);
    return clip(x, lower, upper);
  }

  /** The density falls like that of a Rayleigh distribution (Marsaglia 1964). */
  private static double farOut(double lower, double upper, double share) {
    double kept = -StrictMath.expm1(0.5 * (lower - upper) * (lower + upper));
    return Math.sqrt(lower * lower - 2 * StrictMath.log1p(-share * kept));
  }

  private static double clip(double x, double lower, double upper) {
    return Math.max(lower, Math.min(upper, x));
  }
}
