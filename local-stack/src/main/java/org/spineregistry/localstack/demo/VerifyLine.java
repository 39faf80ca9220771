package org.spineregistry.localstack.demo;

import java.net.URI;
import java.nio.file.Path;
import org.spineregistry.localstack.api.Cycle;
import org.spineregistry.localstack.stack.Project;
import org.spineregistry.localstack.stack.StackSettings;

/** The command that proves a dataset genuine, ready to be copied. */
final class VerifyLine {
  private VerifyLine() {}

  static String of(Cycle cycle, Cycle.File dataset, StackSettings stack) {
    return String.join(
        " ",
        shown(Project.root().resolve("bin/spine")),
        "verify",
        shown(path(dataset)),
        "--certificate",
        shown(path(cycle.certificate())),
        "--rpc",
        stack.rpcUrl(),
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
