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

  private static final double STARTED = 10;
  private static final double BASE = 320;

  static Estimate of(RunSettings settings, int patients, int columns) {
    int replicates = settings.repeats() * settings.folds();
    double rows = settings.releaseRows();
    double work = (replicates + 6.0) * rows * patients * columns;
    double seconds = STARTED + work / PAIRS / Math.min(settings.threads(), replicates);
    double megabytes =
        BASE + rows * columns * 8 * (replicates + 8) / 1e6 + patients * patients * 8e-6;
    return new Estimate(seconds, megabytes);
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
