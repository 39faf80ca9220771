package org.spineregistry.cli;

import org.spineregistry.synthesis.run.Outcome;

/** Exit codes of every command. */
public final class ExitCode {
  /** Done, or nothing to do, or everything holds. */
  public static final int OK = 0;

  /** Something differs, does not hold or failed. */
  public static final int FAILED = 1;

  /** Wrong usage, a file that cannot be read or understood, a service that is not there. */
  public static final int BAD_INPUT = 2;

  /** A deciding gate failed: nothing was released. */
  public static final int REFUSED = 3;

  /**
   * No gate failed, but the cohort is too small for one of them or cannot show what a built-in
   * control destroyed: nothing was released.
   */
  public static final int NOT_CERTIFIABLE = 4;

  /**
   * The gates missed a built-in control that the cohort shows, or the engine broke: rely on
   * nothing.
   */
  public static final int ENGINE_FAULT = 5;

  private ExitCode() {}

  /** The exit code of what a run came to. */
  public static int of(Outcome outcome) {
    return switch (outcome) {
      case CERTIFIED -> OK;
      case REFUSED -> REFUSED;
      case NOT_CERTIFIABLE -> NOT_CERTIFIABLE;
      case ENGINE_FAULT -> ENGINE_FAULT;
    };
  }
}
