package org.spineregistry.synthesis.fidelity;

/**
 * How the primary outcome of patients who miss a block differs from that of the others.
 *
 * @param name first column of the block
 * @param real difference of means in the cohort
 * @param error its standard error
 * @param synthetic the same difference in the release; NaN when one side is empty
 */
public record DropOut(String name, double real, double error, double synthetic) {
  private static final double Z = 1.959963984540054;

  /** Whether the real 95 % interval excludes 0, so that the sign means something. */
  public boolean isClear() {
    return Math.abs(real) > Z * error;
  }

  /** Whether the release has the sign of the cohort. */
  public boolean isKept() {
    return real * synthetic > 0;
  }
}
