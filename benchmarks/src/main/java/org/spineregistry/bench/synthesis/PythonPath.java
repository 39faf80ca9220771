package org.spineregistry.bench.synthesis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The common Python path on this machine, where its libraries are installed: {@code apt-get install
 * python3-pandas python3-sklearn}. It is leaner than what the specification measured, which loads
 * and checks more.
 */
final class PythonPath {
  /** Seconds of the two nearest neighbours on the specification's machine, in all (section 6). */
  private static final double NEIGHBOURS = .007 + .012 + .029 + .136;

  private static final int RUNS = 3;
  private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");

  private final String python;
  private final Path script;

  private PythonPath(String python, Path script) {
    this.python = python;
    this.script = script;
  }

  /** Empty when no Python here has the libraries. */
  static Optional<PythonPath> find(Path folder) throws IOException, InterruptedException {
    Path script = folder.resolve("common_path.py");
    try (InputStream text = PythonPath.class.getResourceAsStream("/common_path.py")) {
      Files.copy(text, script);
    }
    for (String python : PYTHONS) {
      if (has(python)) {
        return Optional.of(new PythonPath(python, script));
      }
    }
    return Optional.empty();
  }

  private static boolean has(String python) throws InterruptedException {
    try {
      return run(python, "-c", "import pandas, scipy, sklearn").code() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  /** How many times longer than the specification's machine this one takes for the same step. */
  double slowness() throws IOException, InterruptedException {
    Ran ran = run(python, script, "neighbours");
    require(ran);
    return ran.output().lines().mapToDouble(Double::parseDouble).sum() / NEIGHBOURS;
  }

  /** Seconds of the whole path in a process of its own, the median of three. */
  double seconds(Path cohort, Path folder) throws IOException, InterruptedException {
    double[] seconds = new double[RUNS];
    for (int r = 0; r < RUNS; r++) {
      long start = System.nanoTime();
      require(run(python, script, "path", cohort, folder));
      seconds[r] = (System.nanoTime() - start) / 1e9;
    }
    Arrays.sort(seconds);
    return seconds[RUNS / 2];
  }

  private record Ran(String output, int code) {}

  private static void require(Ran ran) {
    if (ran.code() != 0) {
      throw new IllegalStateException("the Python path failed: " + ran.output());
    }
  }

  private static Ran run(Object... command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    Arrays.stream(command).map(Object::toString).forEach(words::add);
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    process.waitFor(1, TimeUnit.MINUTES);
    return new Ran(output, process.exitValue());
  }
}
