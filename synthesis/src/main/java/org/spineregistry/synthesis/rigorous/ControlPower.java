package org.spineregistry.synthesis.rigorous;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.fidelity.MissingFidelity;
import org.spineregistry.synthesis.fidelity.MissingRate;
import org.spineregistry.synthesis.metric.SpearmanMatrix;
import org.spineregistry.synthesis.missing.Block;
import org.spineregistry.synthesis.missing.Implication;
import org.spineregistry.synthesis.missing.MissingPattern;
import org.spineregistry.synthesis.table.Table;

/**
 * Whether a cohort has what a control destroys. Gaps without a pattern may be scattered, and
 * columns without correlations drawn on their own, without any loss: no gate could see it, and none
 * must.
 */
final class ControlPower {
  /** A loss must exceed the bound by half of it, so that luck does not decide. */
  private static final double MARGIN = 1.5;

  private static final double ERRORS = 4;

  /** Expected rows of which chance leaves none once in 20,000 runs. */
  private static final double BROKEN_ROWS = 10;

  private ControlPower() {}

  /**
   * Why F3 cannot see that the correlations are lost: empty when it must. What independent rows
   * lose on average is at least the mean correlation less four standard errors of their own, which
   * chance exceeds once in 30,000 runs.
   *
   * @param observed share of known values of each column
   * @param bound of its error
   * @param rows of the control
   */
  static Optional<String> noStructure(
      SpearmanMatrix real, double[] observed, double bound, int rows) {
    double sum = 0;
    double variance = 0;
    int pairs = 0;
    double[][] values = real.values();
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < i; j++) {
        if (!Double.isNaN(values[i][j])) {
          sum += Math.abs(values[i][j]);
          variance += 1 / (rows * observed[i] * observed[j]);
          pairs++;
        }
      }
    }
    if (pairs < 2) {
      return Optional.of(
          "fewer than two pairs of columns have an order and values that vary, so that there are no"
              + " correlations to compare");
    }
    double mean = sum / pairs;
    double needed = Math.max(MARGIN * bound, bound + ERRORS * Math.sqrt(variance) / pairs);
    return mean > needed
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "its columns hardly go together, or patients are too few: mean rank correlation"
                    + " %.3f of %d pairs, more than %.3f is needed with %d rows",
                mean,
                pairs,
                needed,
                rows));
  }

  /**
   * Why F1 cannot see a changed column: empty when it must.
   *
   * @param real observed values of the cohort, rising
   * @param changed observed values of the control, rising
   * @param columns numbers that are looked at together
   * @param level chance of a false alarm
   */
  static Optional<String> noShift(double[] real, double[] changed, int columns, double level) {
    if (changed.length == 0) {
      return Optional.of("the primary outcome of the control has no value");
    }
    double bound =
        Math.max(
            MarginalGates.KS,
            Math.sqrt(
                StrictMath.log(2 * columns / level)
                    / 2
                    * (1.0 / real.length + 1.0 / changed.length)));
    double distance = 0;
    for (double at : real) {
      distance = Math.max(distance, Math.abs(share(real, at) - share(changed, at)));
    }
    return distance > MARGIN * bound
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "the primary outcome has too few values: the change moves its distribution by"
                    + " %.3f, more than %.3f is needed",
                distance,
                MARGIN * bound));
  }

  /** Share of the values that are not above another. */
  private static double share(double[] values, double at) {
    return (double) Arrays.stream(values).filter(value -> value <= at).count() / values.length;
  }

  /** Whether a number varies so much that a standard deviation survives rounding. */
  static boolean varies(Table members, int column) {
    double[] values =
        Arrays.stream(members.numbers(column)).filter(v -> !Double.isNaN(v)).toArray();
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double unit = StrictMath.pow(10, -members.columns().get(column).decimals());
    return values.length > 1 && Math.sqrt(squares / values.length) >= unit;
  }

  /** Whether scattered gaps break an implication or a rate beyond the bounds of F4. */
  static boolean hasPatternOfGaps(Table members) {
    MissingPattern pattern = pattern(members);
    return pattern.blocks().stream().anyMatch(block -> !block.implications().isEmpty())
        || losesRates(members, pattern, members.rows());
  }

  /**
   * Why F4 cannot see scattered gaps: empty when it must.
   *
   * @param rows of the control
   * @param allowed share of rows that may break an implication
   */
  static Optional<String> noScatter(Table members, int rows, double allowed) {
    MissingPattern pattern = pattern(members);
    double broken = 0;
    for (Block block : pattern.blocks()) {
      for (Implication implication : block.implications()) {
        double met = (double) implication.support() / members.rows();
        broken = Math.max(broken, met * (1 - (double) block.missing() / members.rows()));
      }
    }
    boolean implied = broken > MARGIN * allowed && broken * rows >= BROKEN_ROWS;
    return implied || losesRates(members, pattern, rows)
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "its gaps have so little pattern that %d rows without it look the same",
                rows));
  }

  private static MissingPattern pattern(Table members) {
    return MissingPattern.of(
        members, IntStream.range(0, members.columns().size()).boxed().toList(), KRules.K);
  }

  private static boolean losesRates(Table members, MissingPattern pattern, int rows) {
    List<Block> blocks = pattern.blocks();
    MissingFidelity real = MissingFidelity.of(members, pattern, members);
    // that of as many rows as members is known
    double wider = Math.sqrt((1.0 / members.rows() + 1.0 / rows) * members.rows() / 2);
    double[] scattered = new double[blocks.size()];
    for (int b = 0; b < scattered.length; b++) {
      MissingRate rate = real.rates().get(b);
      // any of its columns: with the columns on their own more rows miss one of them
      scattered[b] = 1 - StrictMath.pow(1 - rate.real(), blocks.get(b).columns().size());
      if (isLost(rate, scattered[b], MissingGates.RATE, wider)) {
        return true;
      }
    }
    int pair = 0;
    for (int b = 0; b < scattered.length; b++) {
      for (int a = 0; a < b; a++) {
        MissingRate joint = real.joint().get(pair++);
        if (isLost(joint, scattered[a] * scattered[b], MissingGates.JOINT, wider)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isLost(MissingRate rate, double scattered, double floor, double wider) {
    return Math.abs(scattered - rate.real()) > MARGIN * Math.max(floor, wider * rate.sampling());
  }
}
