package org.spineregistry.synthesis.audit;

import org.spineregistry.synthesis.table.Table;

/** Fits a model to patients and generates a release from it. */
@FunctionalInterface
public interface Generator {
  /**
   * Generates a release.
   *
   * @param members patients of the fit
   * @param label purpose; names the random numbers
   */
  Table generate(Table members, String label);
}
