package org.spineregistry.service.start;

/** The service cannot start; the message says what an operator has to do. */
public final class StartProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartProblem(String message) {
    super(message);
  }
}
