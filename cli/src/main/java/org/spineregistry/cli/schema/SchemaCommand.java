package org.spineregistry.cli.schema;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything about case schemas. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Works on case schemas, which are the data dictionaries of campaigns.",
    subcommands = {InferCommand.class, CommandLine.HelpCommand.class})
public final class SchemaCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is needed");
  }
}
