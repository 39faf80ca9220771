package org.spineregistry.cli;

/** Exit codes of every command. */
public final class ExitCode {
  /** Done, or nothing to do, or everything holds. */
  public static final int OK = 0;

  /** Something differs, does not hold or failed. */
  public static final int FAILED = 1;

  /** Wrong usage, a file that cannot be read or understood, a service that is not there. */
  public static final int BAD_INPUT = 2;

  private ExitCode() {}
}
