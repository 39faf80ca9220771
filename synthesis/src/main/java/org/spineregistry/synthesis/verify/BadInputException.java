package org.spineregistry.synthesis.verify;

/**
 * An input that cannot be looked at: no such file, no JSON, another format. The message names it
 * and the rule.
 */
public final class BadInputException extends Exception {
  private static final long serialVersionUID = 1L;

  public BadInputException(String message) {
    super(message);
  }
}
