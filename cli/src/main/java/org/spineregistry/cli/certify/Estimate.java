package org.spineregistry.cli.certify;

import java.util.Locale;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.synthesis.evaluation.EvaluationInput;
import org.spineregistry.synthesis.run.RunSettings;

/**
 * Time and memory of a run before it starts, by a law that was fitted to measured runs ({@code
 * ./bench synthesis}): the audit grows with patients, rows and columns.
 *
 * @param seconds of the whole run
 * @param megabytes of heap
 */
record Estimate(double seconds, double megabytes) {
  /**
   * Patients x rows x columns that a thread compares in a second, all gates and attacks counted. Of
   * 823 x 52, 1,000 x 50 and 370 x 50 it says 23, 25 and 16 seconds on two threads; 21, 27 and 23
   * were measured, the last with two draws in three turned away.
   */
  private static final double PAIRS = 3.0e8;

  /**
   * Seconds for each pair of columns: correlations, their repair, covariances. Of 100 x 300, 400 x
   * 150 and 400 x 300 it says 35, 35 and 65 seconds, if the first screen is strict enough; 33, 22
   * and 51 were measured, and a fifth of that more for each stricter screen.
   */
  private static final double COLUMN_PAIRS = 1.7e-4;

  private static final double STARTED = 10;
  private static final double BASE = 320;

  static Estimate of(RunSettings settings, int patients, int columns) {
    int replicates = settings.repeats() * settings.folds();
    double rows = settings.releaseRows();
    double work = (replicates + 6.0) * rows * patients * columns;
    double threads = Math.min(settings.threads(), replicates);
    double wide = COLUMN_PAIRS * columns * columns * 2;
    double seconds = STARTED + (work / PAIRS + wide) / threads;
    double megabytes =
        BASE + rows * columns * 8 * (replicates + 8) / 1e6 + patients * patients * 8e-6;
    return new Estimate(seconds, megabytes);
  }

  /**
   * Likewise of a generation without an audit, on two threads: of 100 x 600 and 100 x 1,500 with
   * 10,000 rows it says 8 and 42 seconds, of 1,000 x 50 with a million rows 9, of 20,000 x 50 with
   * 200,000 rows 10; 6, 45, 9 and 11 were measured.
   *
   * @param rows of all files
   */
  static Estimate ofGeneration(int patients, int columns, long rows) {
    double squared = (double) columns * columns;
    double fit = 0.5 + 1.6e-5 * squared + 1e-9 * patients * squared;
    double row = 1.3e-7 * columns + 1.2e-10 * squared + 4e-11 * patients * columns;
    return new Estimate(fit + rows * row, 150 + 8e-6 * rows * columns + 1.6e-4 * squared);
  }

  /** Whether somebody would begin to wonder. */
  boolean isLong() {
    return seconds >= 5;
  }

  /** Likewise of an evaluation: six controls and the data, then distances inside the data. */
  static Estimate of(EvaluationInput input) {
    double patients = input.patients().rows();
    double rows = input.synthetic().rows();
    double columns = input.training().columns().size();
    double judged = Math.max(rows, input.training().rows());
    double work = (7 * judged * patients + rows * rows / 2) * columns;
    double seconds = STARTED / 2 + work / PAIRS / Runtime.getRuntime().availableProcessors();
    double megabytes = BASE + judged * columns * 8 * 10 / 1e6 + patients * patients * 8e-6;
    return new Estimate(seconds, megabytes);
  }

  /**
   * Refuses a run that would end without memory.
   *
   * @throws UserProblem when it needs more than this process may take
   */
  Estimate requireMemory() {
    double most = Runtime.getRuntime().maxMemory() / 1e6;
    // the heap that is reported is a little less than what was asked for
    if (megabytes > 1.1 * most) {
      throw UserProblem.input(
          String.format(
              Locale.ROOT,
              "needs %s, and may take %.0f MB: fewer columns (--leave-out), fewer rows (--sizes), or more"
                  + " memory (SPINE_MEMORY=%.0fg)",
              text(),
              most,
              Math.ceil(megabytes / 1000)));
    }
    return this;
  }

  String text() {
    String time =
        seconds < 90
            ? String.format(Locale.ROOT, "%.0f seconds", Math.ceil(seconds / 5) * 5)
            : String.format(Locale.ROOT, "%.0f minutes", Math.ceil(seconds / 60));
    return String.format(Locale.ROOT, "about %s and %.0f MB", time, Math.ceil(megabytes / 50) * 50);
  }
}
