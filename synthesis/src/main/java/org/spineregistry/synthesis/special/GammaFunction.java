package org.spineregistry.synthesis.special;

/**
 * Logarithm of the gamma function and its first two derivatives, for positive arguments: the
 * asymptotic series (DLMF 5.11.1, 5.11.2, 5.15.8) after the argument was moved above 12 by the
 * recurrence.
 */
public final class GammaFunction {
  private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;
  private static final double SERIES_FROM = 12;

  /** Bernoulli numbers B2, B4, ... B16. */
  private static final double[] BERNOULLI = {
    1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510
  };

  private GammaFunction() {}

  /** ln gamma(x), x &gt; 0. */
  public static double log(double x) {
    double product = 1;
    double shifted = x;
    while (shifted < SERIES_FROM) {
      product *= shifted;
      shifted++;
    }
    double square = 1 / (shifted * shifted);
    double sum = 0;
    for (int k = BERNOULLI.length; k >= 1; k--) {
      sum = sum * square + BERNOULLI[k - 1] / (2.0 * k * (2.0 * k - 1));
    }
    double stirling = (shifted - 0.5) * StrictMath.log(shifted) - shifted + HALF_LOG_TWO_PI;
    return stirling + sum / shifted - StrictMath.log(product);
  }

  /** Digamma, the derivative of {@link #log}, x &gt; 0. */
  public static double digamma(double x) {
    double recurrence = 0;
    double shifted = x;
    while (shifted < SERIES_FROM) {
      recurrence += 1 / shifted;
      shifted++;
    }
    double square = 1 / (shifted * shifted);
    double sum = 0;
    for (int k = BERNOULLI.length; k >= 1; k--) {
      sum = (sum + BERNOULLI[k - 1] / (2.0 * k)) * square;
    }
    return StrictMath.log(shifted) - 0.5 / shifted - sum - recurrence;
  }

  /** Trigamma, the derivative of {@link #digamma}, x &gt; 0. */
  public static double trigamma(double x) {
    double recurrence = 0;
    double shifted = x;
    while (shifted < SERIES_FROM) {
      recurrence += 1 / (shifted * shifted);
      shifted++;
    }
    double square = 1 / (shifted * shifted);
    double sum = 0;
    for (int k = BERNOULLI.length; k >= 1; k--) {
      sum = (sum + BERNOULLI[k - 1]) * square;
    }
    return 1 / shifted + 0.5 * square + sum / shifted + recurrence;
  }
}
