package org.spineregistry.synthesis.classic;

/** A cohort to which the model cannot be fitted. The message names the column and the rule. */
public final class FitException extends RuntimeException {
  private static final long serialVersionUID = 1;

  FitException(String message) {
    super(message);
  }
}
