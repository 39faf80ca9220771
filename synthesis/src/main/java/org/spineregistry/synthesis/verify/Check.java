package org.spineregistry.synthesis.verify;

/**
 * One thing that was looked at.
 *
 * @param name short name of the check
 * @param outcome what came out
 * @param reason why, in one sentence
 */
public record Check(String name, Outcome outcome, String reason) {

  /** What came out of a check. */
  public enum Outcome {
    PASSED,
    FAILED,
    /** Could not be looked at, for example because an earlier check failed. */
    NOT_CHECKED
  }

  public static Check passed(String name, String reason) {
    return new Check(name, Outcome.PASSED, reason);
  }

  public static Check failed(String name, String reason) {
    return new Check(name, Outcome.FAILED, reason);
  }

  public static Check notChecked(String name, String reason) {
    return new Check(name, Outcome.NOT_CHECKED, reason);
  }
}
