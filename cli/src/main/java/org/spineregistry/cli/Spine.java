package org.spineregistry.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.spineregistry.cli.certify.CertifyCommand;
import org.spineregistry.cli.certify.EvaluateCommand;
import org.spineregistry.cli.certify.GenerateCommand;
import org.spineregistry.cli.cycle.CycleCommand;
import org.spineregistry.cli.keys.KeysCommand;
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
    })
final class Spine implements Runnable {
  /** By name, in the order of the help. */
  private static final Map<String, Supplier<Object>> COMMANDS = commands();

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is needed");
  }

  /**
   * Runs a command. Every problem is told in sentences, never as a stack trace.
   *
   * @return exit code
   */
  static int execute(PrintWriter out, PrintWriter err, String... args) {
    CommandLine root = new CommandLine(new Spine());
    // reading the options of one command is quick, of all of them it is not
    Supplier<Object> only = args.length == 0 ? null : COMMANDS.get(args[0]);
    if (only == null) {
      COMMANDS.values().forEach(command -> root.addSubcommand(command.get()));
    } else {
      root.addSubcommand(only.get());
    }
    return root.setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new UsageProblems())
        .setExecutionExceptionHandler(new ExecutionProblems())
        .execute(args);
  }

  private static Map<String, Supplier<Object>> commands() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("certify", CertifyCommand::new);
    commands.put("evaluate", EvaluateCommand::new);
    commands.put("generate", GenerateCommand::new);
    commands.put("verify", VerifyCommand::new);
    commands.put("keys", KeysCommand::new);
    commands.put("schema", SchemaCommand::new);
    commands.put("submit", SubmitCommand::new);
    commands.put("simulate", SimulateCommand::new);
    commands.put("topics", TopicsCommand::new);
    commands.put("policy", PolicyCommand::new);
    commands.put("cycle", CycleCommand::new);
    return commands;
  }
}
