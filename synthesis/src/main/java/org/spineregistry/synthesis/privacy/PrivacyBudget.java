package org.spineregistry.synthesis.privacy;

/**
 * An (epsilon, delta) guarantee and what it allows in zero-concentrated differential privacy, where
 * budgets add up and Gaussian noise is accounted for without loss (Bun and Steinke 2016, TCC, arXiv
 * 1605.02065). Neighbours differ in one patient, who is replaced; how many there are is public.
 *
 * @param epsilon from 0.01 to 10: above it the guarantee says next to nothing
 * @param delta chance that the guarantee fails, from 1e-12 to below 1
 */
public record PrivacyBudget(double epsilon, double delta) {
  /** Smallest epsilon that is offered: below it there is nothing but noise. */
  public static final double SMALLEST_EPSILON = 0.01;

  /** Largest epsilon that is offered. */
  public static final double LARGEST_EPSILON = 10;

  /** Smallest delta that is offered: the arithmetic of the noise is exact far beyond it. */
  public static final double SMALLEST_DELTA = 1e-12;

  public PrivacyBudget {
    if (!(epsilon >= SMALLEST_EPSILON && epsilon <= LARGEST_EPSILON)) {
      throw new IllegalArgumentException("epsilon: from 0.01 to 10");
    }
    if (!(delta >= SMALLEST_DELTA && delta < 1)) {
      throw new IllegalArgumentException("delta: from 1e-12 to below 1");
    }
  }

  /**
   * The largest rho with rho + 2 sqrt(rho ln(1 / delta)) at most epsilon (proposition 1.3 of the
   * paper).
   */
  public double rho() {
    double log = -StrictMath.log(delta);
    double root = Math.sqrt(log + epsilon) - Math.sqrt(log);
    return root * root;
  }

  /**
   * Standard deviation of Gaussian noise that spends a part of rho on numbers which one patient
   * moves by at most a distance (proposition 1.6).
   *
   * @param sensitivity largest Euclidean distance
   * @param part of rho, above 0, at most 1
   */
  public double deviation(double sensitivity, double part) {
    return sensitivity / Math.sqrt(2 * part * rho());
  }
}
