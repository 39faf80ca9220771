package org.spineregistry.synthesis.fidelity;

import org.spineregistry.synthesis.special.StandardNormal;

/**
 * How the primary outcome of patients who miss a block differs from that of the others.
 *
 * @param name first column of the block
 * @param real difference of means in the cohort
 * @param error its standard error
 * @param synthetic the same difference in the release; NaN when one side is empty
 */
public record DropOut(String name, double real, double error, double synthetic) {
  /**
   * Whether the real 95 % interval excludes 0, so that the sign means something.
   *
   * @param tests blocks that are looked at together: of twenty blocks without any difference one
   *     would seem clear to a plain interval, and no model could keep its sign
   */
  public boolean isClear(int tests) {
    return Math.abs(real) > StandardNormal.upperQuantile(0.05 / (2 * tests)) * error;
  }

  /** Whether the release has the sign of the cohort. */
  public boolean isKept() {
    return real * synthetic > 0;
  }
}
