package org.spineregistry.cli;

import java.io.PrintWriter;
import org.spineregistry.cli.certify.CertifyCommand;
import org.spineregistry.cli.certify.EvaluateCommand;
import org.spineregistry.cli.certify.GenerateCommand;
import org.spineregistry.cli.cycle.CycleCommand;
import org.spineregistry.cli.policy.PolicyCommand;
import org.spineregistry.cli.schema.SchemaCommand;
import org.spineregistry.cli.simulate.SimulateCommand;
import org.spineregistry.cli.submit.SubmitCommand;
import org.spineregistry.cli.topics.TopicsCommand;
import org.spineregistry.cli.verify.VerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of all commands. */
@Command(
    name = "spine",
    mixinStandardHelpOptions = true,
    version = "spine 0.1.0",
    description = {
      "Tools of the spine registry: certify a cohort, verify datasets, propose schemas, install topics, publish"
          + " policies, submit cases, repeat failed cycles."
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 no or failed, 2 wrong input or usage; certify also 3, 4 and 5."
    },
    subcommands = {
      CertifyCommand.class,
      EvaluateCommand.class,
      GenerateCommand.class,
      VerifyCommand.class,
      SchemaCommand.class,
      SubmitCommand.class,
      SimulateCommand.class,
      TopicsCommand.class,
      PolicyCommand.class,
      CycleCommand.class
    })
final class Spine implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is needed");
  }

  /**
   * The command with the way in which every problem is told: in sentences, never as a stack trace.
   */
  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return new CommandLine(new Spine())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Problems::ofUsage)
        .setExecutionExceptionHandler(Problems::ofExecution);
  }
}
