package org.spineregistry.localstack.demo;

import java.net.URI;
import java.nio.file.Path;
import org.spineregistry.localstack.api.Cycle;
import org.spineregistry.localstack.stack.Project;
import org.spineregistry.localstack.stack.StackSettings;

/** The command that proves a dataset genuine, ready to be copied. */
final class VerifyLine {
  private VerifyLine() {}

  /** Asks the chain. */
  static String of(Cycle cycle, Cycle.File dataset, StackSettings stack) {
    return line(cycle, dataset, stack, "--rpc", stack.rpcUrl());
  }

  /** Needs nothing that runs. */
  static String offline(Cycle cycle, Cycle.File dataset, StackSettings stack) {
    return line(cycle, dataset, stack, "--proof", shown(stack.data().bundle(cycle.cycleId())));
  }

  private static String line(
      Cycle cycle, Cycle.File dataset, StackSettings stack, String option, String value) {
    return String.join(
        " ",
        shown(Project.root().resolve("bin/spine")),
        "verify",
        shown(path(dataset)),
        "--certificate",
        shown(path(cycle.certificate())),
        option,
        value,
        "--trust",
        shown(stack.data().trust()));
  }

  static Path path(Cycle.File file) {
    return Path.of(URI.create(file.uri()));
  }

  /** A path as it is typed here: relative below the working directory, quoted when it has to be. */
  static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    String text = (path.startsWith(here) ? here.relativize(path) : path).toString();
    return text.matches("[A-Za-z0-9_./@%+=:,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
