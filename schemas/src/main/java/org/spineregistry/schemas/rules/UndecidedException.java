package org.spineregistry.schemas.rules;

/**
 * A term met what it was not written for: an absent operand, an overflow, another type. That is no
 * result; the engine decides whether it is an error. Has no trace, because it is a signal.
 */
final class UndecidedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UndecidedException() {
    super("left to the engine", null, false, false);
  }
}
