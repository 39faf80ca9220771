package org.spineregistry.localstack;

import org.spineregistry.localstack.demo.Quickstart;

/** Starts the local stack; {@code ./quickstart} calls it. */
public final class LocalStackMain {
  private LocalStackMain() {}

  public static void main(String[] args) {
    System.exit(Quickstart.run(args, System.out, System.console() != null));
  }
}
