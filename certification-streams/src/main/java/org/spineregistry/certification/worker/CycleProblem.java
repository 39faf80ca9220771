package org.spineregistry.certification.worker;

/** A cycle that cannot be run, however often it is tried. The message holds no value of a case. */
public final class CycleProblem extends RuntimeException {
  /** The code met what it does not know; the message is the class of the exception. */
  static final String UNEXPECTED = "UNEXPECTED";

  private static final long serialVersionUID = 1L;

  private final String code;

  public CycleProblem(String code, String message) {
    super(message);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
