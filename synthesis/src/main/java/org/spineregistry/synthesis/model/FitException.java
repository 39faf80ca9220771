package org.spineregistry.synthesis.model;

import java.util.Map;

/**
 * A cohort to which a model cannot be fitted, or a fitted model that cannot give rows within the
 * rules. The message names column or rule and what would help; it holds no value of a patient.
 */
public final class FitException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Map<String, Double> kept;

  public FitException(String message) {
    this(message, Map.of());
  }

  /**
   * @param kept share of the draws that each check keeps which turns too many away, by its code
   */
  public FitException(String message, Map<String, Double> kept) {
    super(message);
    this.kept = Map.copyOf(kept);
  }

  /** Share of the draws that checks keep which turn too many away; empty for another reason. */
  public Map<String, Double> kept() {
    return kept;
  }
}
