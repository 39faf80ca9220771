package org.spineregistry.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a user what went wrong, and which exit code that is. */
final class Problems {
  private Problems() {}

  static int ofUsage(ParameterException problem, String[] args) {
    CommandLine command = problem.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("spine: " + problem.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(problem, err)) {
      command.usage(err);
    } else {
      err.println("try '" + command.getCommandSpec().qualifiedName() + " --help'");
    }
    return ExitCode.BAD_INPUT;
  }

  /** An unexpected error shows its class only: its message may quote what was read. */
  static int ofExecution(Exception problem, CommandLine command, ParseResult parsed) {
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
