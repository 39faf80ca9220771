package org.spineregistry.synthesis.classic;

import org.spineregistry.synthesis.marginal.Family;

/**
 * The fit of one column.
 *
 * @param model how values come out
 * @param scores latent normals of the cohort's rows, NaN where a row does not count; null for a
 *     column that takes no part in the correlation
 * @param family marginal of a number column; null for every other column
 */
record FittedColumn(ColumnModel model, double[] scores, Family family) {
  /** A column outside the correlation. */
  static FittedColumn apart(ColumnModel model) {
    return new FittedColumn(model, null, null);
  }

  boolean isLatent() {
    return scores != null;
  }
}
