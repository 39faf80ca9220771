package org.spineregistry.synthesis.attack;

import org.spineregistry.synthesis.table.Table;

/**
 * Inference (Article 29 Working Party, Opinion 05/2014): the attacker knows all of a patient but
 * the secret and takes it from the release row that is nearest on all other columns. A category
 * must be equal, a number must lie within 5 % of the cohort's range, above or below.
 */
public final class Inference {
  private static final double TOLERANCE = 0.05;

  /** Decimal fractions are not exact, and a number just at the tolerance counts. */
  private static final double ROUNDING = 1 + 1e-9;

  private Inference() {}

  /**
   * Tries every patient whose secret is known. A release row without the secret is a wrong guess.
   *
   * @param cohort members and non-members
   * @param release has the columns of the cohort
   * @param secret position of the secret
   * @param nearest for each patient the nearest release row on all columns but the secret
   */
  public static PatientHits of(Table cohort, Table release, int secret, int[] nearest) {
    double[] truth = AlignedCells.of(cohort, cohort, secret);
    double[] guess = AlignedCells.of(release, cohort, secret);
    boolean number = cohort.columns().get(secret).isNumber();
    double tolerance = number ? TOLERANCE * ROUNDING * range(truth) : 0;
    boolean[] tried = new boolean[truth.length];
    boolean[] hit = new boolean[truth.length];
    for (int patient = 0; patient < truth.length; patient++) {
      tried[patient] = !Double.isNaN(truth[patient]);
      // false for NaN on either side
      hit[patient] = Math.abs(guess[nearest[patient]] - truth[patient]) <= tolerance;
    }
    return new PatientHits(cohort.columns().get(secret).name(), tried, hit);
  }

  /** Largest less smallest observed value. */
  private static double range(double[] values) {
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        smallest = Math.min(smallest, value);
        largest = Math.max(largest, value);
      }
    }
    return Math.max(0, largest - smallest);
  }
}
