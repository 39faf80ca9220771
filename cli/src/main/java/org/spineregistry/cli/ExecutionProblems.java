package org.spineregistry.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a user what went wrong, and which exit code that is. */
final class ExecutionProblems implements IExecutionExceptionHandler {
  /** An unexpected error shows its class only: its message may quote what was read. */
  @Override
  public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (problem instanceof UserProblem known) {
      known.problems().forEach(line -> err.println("spine: " + line));
      return known.exitCode();
    }
    StackTraceElement[] trace = problem.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    err.println("spine: unexpected error " + problem.getClass().getName() + where);
    return ExitCode.FAILED;
  }
}
