package org.spineregistry.synthesis.classic;

/** What happens to missing cells before the fit. */
public enum Imputation {
  /**
   * A missing number becomes the mean of its column and a missing category a random level by the
   * observed frequencies, as published.
   */
  MEAN,
  /** Marginals see observed values only and correlations the rows that have both. */
  NONE
}
