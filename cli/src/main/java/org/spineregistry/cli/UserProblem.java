package org.spineregistry.cli;

import java.util.List;

/**
 * Something that the user can mend. Every line is a sentence for people and holds no value of a
 * case.
 */
public final class UserProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;
  private final int exitCode;

  private UserProblem(List<String> problems, int exitCode) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
    this.exitCode = exitCode;
  }

  /** Wrong input: every problem at once. */
  public static UserProblem input(List<String> problems) {
    return new UserProblem(problems, ExitCode.BAD_INPUT);
  }

  /** Wrong input. */
  public static UserProblem input(String problem) {
    return input(List.of(problem));
  }

  /** The input is fine, the work failed. */
  public static UserProblem failure(String problem) {
    return new UserProblem(List.of(problem), ExitCode.FAILED);
  }

  /** The cohort allows no release. */
  public static UserProblem refused(String problem) {
    return new UserProblem(List.of(problem), ExitCode.REFUSED);
  }

  public List<String> problems() {
    return problems;
  }

  /** Exit code of the process. */
  public int exitCode() {
    return exitCode;
  }
}
