package org.spineregistry.bench.synthesis;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link SynthesisBenchmark} and holds it to its limit. Arguments are those of JMH. */
public final class SynthesisLoad {
  private static final double MOST_MILLIS = 1_000;

  private SynthesisLoad() {}

  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .parent(new CommandLineOptions(args))
                    .include(SynthesisBenchmark.class.getSimpleName())
                    .build())
            .run();
    for (RunResult result : results) {
      double millis = result.getPrimaryResult().getScore();
      if (result.getParams().getBenchmark().endsWith(".fitAndSample") && millis >= MOST_MILLIS) {
        System.err.printf(
            Locale.ROOT, "fit and 10,000 rows took %.0f ms, more than allowed%n", millis);
        System.exit(1);
      }
    }
  }
}
