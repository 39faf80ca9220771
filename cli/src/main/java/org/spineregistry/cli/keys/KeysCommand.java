package org.spineregistry.cli.keys;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The registry's list of keys. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    subcommands = SignKeysCommand.class,
    description = "The list of keys that verifiers trust.")
public final class KeysCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is needed: sign");
  }
}
