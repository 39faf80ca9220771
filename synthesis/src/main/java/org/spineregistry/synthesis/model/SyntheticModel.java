package org.spineregistry.synthesis.model;

import java.util.Map;
import java.util.Optional;

/** A fitted model. Immutable and thread-safe. */
public interface SyntheticModel {
  /**
   * Generates rows; row r is the same however many rows are asked for.
   *
   * @param rows how many
   * @param label purpose, such as {@code release/1000}; names the random numbers
   * @throws FitException if rows within the rules are too rare
   */
  SampledRows sample(int rows, String label);

  /** Number of latent columns, p of gate P7. */
  int latents();

  /** Number of correlations that were taken from the cohort, K of gate P7. */
  int pairs();

  /** What the evidence screen saw; empty for a model without one. */
  default Optional<ScreenedPairs> screened() {
    return Optional.empty();
  }

  /**
   * What a certificate may say about the fit: texts, numbers, booleans, lists and maps of them; no
   * value of a patient.
   */
  Map<String, Object> parameters();
}
