package org.spineregistry.synthesis.model;

import org.spineregistry.synthesis.table.Table;

/** A kind of model with its options and its seed. Immutable and thread-safe. */
public interface Synthesizer {
  /** Name in certificates, such as {@code step-copula}. */
  String name();

  /**
   * Fits a model.
   *
   * @param cohort rows sorted by case id
   * @param label purpose of the fit, such as {@code fit/release}; names its random numbers
   * @throws FitException if the cohort does not allow it
   */
  SyntheticModel fit(Table cohort, String label);
}
