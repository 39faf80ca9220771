package org.spineregistry.bench.synthesis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs {@link SynthesisBenchmark} and {@link RowsBenchmark} and holds them to their limits.
 * Arguments are those of JMH.
 */
public final class SynthesisLoad {
  private static final double MOST_MILLIS = 1_000;

  /** Eight times the rows may take this many times as long; memory makes it a little more. */
  private static final double MOST_GROWTH = 8 * 1.3;

  private SynthesisLoad() {}

  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .parent(new CommandLineOptions(args))
                    .include(SynthesisBenchmark.class.getSimpleName())
                    .include(RowsBenchmark.class.getSimpleName())
                    .build())
            .run();
    List<String> missed = new ArrayList<>();
    for (RunResult result : results) {
      if (isOf(result, "fitAndSample") && millis(result) >= MOST_MILLIS) {
        missed.add(
            String.format(
                Locale.ROOT,
                "%s: fit and 10,000 rows took %.0f ms",
                model(result),
                millis(result)));
      }
      if (isOf(result, "RowsBenchmark.sample") && rows(result).equals(RowsBenchmark.FEWEST)) {
        double growth = millis(most(results, model(result))) / millis(result);
        System.out.printf(
            Locale.ROOT,
            "%s: eight times the rows take %.2f times as long%n",
            model(result),
            growth);
        if (growth > MOST_GROWTH) {
          missed.add(model(result) + ": the time is not linear in the rows");
        }
      }
    }
    if (!missed.isEmpty()) {
      System.err.println("missed: " + String.join("; ", missed));
      System.exit(1);
    }
  }

  private static RunResult most(Collection<RunResult> results, String model) {
    return results.stream()
        .filter(result -> isOf(result, "RowsBenchmark.sample"))
        .filter(result -> model(result).equals(model))
        .filter(result -> rows(result).equals(RowsBenchmark.MOST))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isOf(RunResult result, String benchmark) {
    return result.getParams().getBenchmark().endsWith("." + benchmark);
  }

  private static String model(RunResult result) {
    return result.getParams().getParam("model");
  }

  private static String rows(RunResult result) {
    return result.getParams().getParam("rows");
  }

  private static double millis(RunResult result) {
    return result.getPrimaryResult().getScore();
  }
}
