package org.spineregistry.synthesis.privacy;

/**
 * An (epsilon, delta) guarantee and what it allows in zero-concentrated differential privacy, where
 * budgets add up and Gaussian noise is accounted for without loss (Bun and Steinke 2016, TCC, arXiv
 * 1605.02065). Neighbours differ in one patient, who is replaced; how many there are is public.
 *
 * @param epsilon above 0, at most 10: above it the guarantee says next to nothing
 * @param delta chance that the guarantee fails, above 0 and below 1
 */
public record PrivacyBudget(double epsilon, double delta) {
  /** Largest epsilon that is offered. */
  public static final double LARGEST_EPSILON = 10;

  public PrivacyBudget {
    if (!(epsilon > 0 && epsilon <= LARGEST_EPSILON)) {
      throw new IllegalArgumentException("epsilon: above 0, at most 10");
    }
    if (!(delta > 0 && delta < 1)) {
      throw new IllegalArgumentException("delta: above 0, below 1");
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
