package org.spineregistry.synthesis.fidelity;

/**
 * How the primary outcome of patients who miss a block differs from that of the others.
 *
 * @param name first column of the block
 * @param real difference of means in the cohort
 * @param error its standard error
 * @param synthetic the same difference in the release; NaN when one side is empty
 * @param syntheticError its standard error; NaN when one side has fewer than two
 */
public record DropOut(
    String name, double real, double error, double synthetic, double syntheticError) {
  /**
   * Whether the real interval excludes 0, so that the sign means something.
   *
   * @param z standard errors to each end of the interval
   */
  public boolean isClear(double z) {
    return Math.abs(real) > z * error;
  }

  /**
   * Whether the release has the sign of the cohort, or so few rows that chance explains the other
   * one.
   *
   * @param z standard errors that chance explains
   */
  public boolean isKept(double z) {
    double both = Double.isNaN(syntheticError) ? error : Math.hypot(error, syntheticError);
    return real * synthetic > 0 || Math.abs(real - synthetic) <= z * both;
  }
}
