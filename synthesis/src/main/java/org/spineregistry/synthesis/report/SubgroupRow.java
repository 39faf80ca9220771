package org.spineregistry.synthesis.report;

/**
 * Fidelity inside one group of patients.
 *
 * @param column that makes the groups
 * @param group its level or band
 * @param patients in the group, at least {@link Shares#SMALLEST_GROUP}
 * @param statistic what was measured, in words
 * @param value of it
 * @param bound above which the group is badly represented; null when there is none
 */
public record SubgroupRow(
    String column, String group, int patients, String statistic, double value, Double bound) {
  public SubgroupRow {
    if (patients < Shares.SMALLEST_GROUP) {
      throw new IllegalArgumentException(
          column + ": a group of fewer than 5 patients is not shown");
    }
  }

  /** Whether the group keeps its bound; true when there is none. */
  public boolean isWithinBound() {
    return bound == null || value <= bound;
  }
}
