package org.spineregistry.synthesis.model;

/**
 * A cohort to which a model cannot be fitted, or a fitted model that cannot give rows within the
 * rules. The message names column or rule and what would help; it holds no value of a patient.
 */
public final class FitException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public FitException(String message) {
    super(message);
  }
}
