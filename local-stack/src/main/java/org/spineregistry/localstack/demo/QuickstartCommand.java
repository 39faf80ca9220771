package org.spineregistry.localstack.demo;

import java.util.concurrent.Callable;
import org.spineregistry.cli.ExitCode;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.nodes.port.PortTakenException;
import org.spineregistry.nodes.process.ProcessFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts the whole system and plays a registry app on it. */
@Command(
    name = "quickstart",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    version = "spine 0.1.0",
    description = {
      "Starts Kafka, the schema registry, a Solana server and the four services on this machine,"
          + " submits a cohort, and shows the way to a certificate, its anchor and the payouts."
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 a cycle failed or did not end, 2 wrong input or a missing prerequisite."
    })
public final class QuickstartCommand implements Callable<Integer> {
  @Mixin private Options options;

  private final Screen screen;

  QuickstartCommand(Screen screen) {
    this.screen = screen;
  }

  /** The command with its way of telling problems: a sentence each, never a stack trace. */
  static CommandLine commandLine(Screen screen) {
    return new CommandLine(new QuickstartCommand(screen))
        .setParameterExceptionHandler(
            (problem, args) -> {
              screen.line("quickstart: " + problem.getMessage());
              screen.line("try './quickstart --help'");
              return ExitCode.BAD_INPUT;
            })
        .setExecutionExceptionHandler((problem, command, parsed) -> tell(problem, screen));
  }

  @Override
  public Integer call() throws InterruptedException {
    return new Demo(options, screen).run();
  }

  private static int tell(Exception problem, Screen screen) {
    if (problem instanceof UserProblem known) {
      known.problems().forEach(line -> screen.line("quickstart: " + line));
      return known.exitCode();
    }
    if (problem instanceof ProcessFailure || problem instanceof PortTakenException) {
      screen.line("quickstart: " + problem.getMessage());
      return ExitCode.BAD_INPUT;
    }
    StackTraceElement[] trace = problem.getStackTrace();
    screen.line(
        "quickstart: unexpected error %s%s"
            .formatted(problem.getClass().getName(), trace.length == 0 ? "" : " at " + trace[0]));
    return ExitCode.FAILED;
  }
}
