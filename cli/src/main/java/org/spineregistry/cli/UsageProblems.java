package org.spineregistry.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells a user which option is wrong. A class, not a method reference: a class archive cannot hold
 * one of an interface as old as this.
 */
final class UsageProblems implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException problem, String[] args) {
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
}
