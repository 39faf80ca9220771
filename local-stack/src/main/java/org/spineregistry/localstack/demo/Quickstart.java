package org.spineregistry.localstack.demo;

import java.io.PrintStream;

/** The quickstart as a function: arguments in, text and exit code out. */
public final class Quickstart {
  private Quickstart() {}

  /**
   * @param terminal whether a line may be written over
   * @return exit code
   */
  public static int run(String[] args, PrintStream out, boolean terminal) {
    return QuickstartCommand.commandLine(new Screen(out, terminal)).execute(args);
  }
}
