package org.spineregistry.localstack.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.spineregistry.localstack.stack.Ports;
import org.spineregistry.nodes.port.FreePort;
import org.spineregistry.nodes.port.PortCheck;

/** What all system tests share: one seed, one cohort, one folder. */
final class Scene {
  /** Seed of cases and synthetic data. */
  static final String SEED = "3c".repeat(32);

  static final String CAMPAIGN = "sacroiliac-fusion";
  static final int CASES = 1000;

  private static final FreePort PORTS = new FreePort();

  private Scene() {}

  /** A new folder of this run; logs in it survive for whoever reads a failure. */
  static Path folder(String name) {
    try {
      Path folder =
          Path.of("target/system", Long.toString(ProcessHandle.current().pid()), name)
              .toAbsolutePath();
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cohort as a file, simulated by the command itself. */
  static Path cohort() {
    Path file = folder("cohort").resolve("cases.csv");
    if (!Files.exists(file)) {
      Program.spine(
              "simulate", "--campaign", CAMPAIGN, "--size", CASES, "--seed", SEED, "--output", file)
          .requireCode(0);
    }
    return file;
  }

  /** Base of eight free ports in a row. */
  static int portBase() {
    while (true) {
      int base = PORTS.next();
      boolean free =
          base + 8 < 32_000 && IntStream.range(base, base + 8).allMatch(PortCheck::isFree);
      if (free) {
        return new Ports(base).base();
      }
    }
  }
}
