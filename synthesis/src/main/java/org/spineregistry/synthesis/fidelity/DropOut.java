package org.spineregistry.synthesis.fidelity;

import org.spineregistry.synthesis.special.StudentT;

/**
 * How the primary outcome of patients who miss a block differs from that of the others.
 *
 * @param name first column of the block
 * @param real difference of means in the cohort
 * @param error its standard error
 * @param degrees of freedom of that error: few where few miss the block, so that a handful of
 *     patients with alike outcomes is not taken for a difference; NaN when the outcome does not
 *     vary
 * @param synthetic the same difference in the release; NaN when one side is empty
 * @param syntheticError its standard error; NaN when one side has fewer than two
 */
public record DropOut(
    String name,
    double real,
    double error,
    double degrees,
    double synthetic,
    double syntheticError) {
  /**
   * Whether the real interval excludes 0, so that the sign means something.
   *
   * @param tail chance beyond each end of the interval
   */
  public boolean isClear(double tail) {
    return Math.abs(real) > errors(tail) * error;
  }

  /**
   * Whether the release has the sign of the cohort, or so few rows that chance explains the other
   * one.
   *
   * @param tail chance beyond each end of what chance explains
   */
  public boolean isKept(double tail) {
    double both = Double.isNaN(syntheticError) ? error : Math.hypot(error, syntheticError);
    return real * synthetic > 0 || Math.abs(real - synthetic) <= errors(tail) * both;
  }

  /** Standard errors to each end of an interval. */
  private double errors(double tail) {
    return Double.isNaN(degrees) ? 0 : new StudentT(degrees).upperQuantile(tail);
  }
}
