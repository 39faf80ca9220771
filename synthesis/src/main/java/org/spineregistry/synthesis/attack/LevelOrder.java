package org.spineregistry.synthesis.attack;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.table.Table;

/**
 * The order in which levels become steps: the schema's for ordered columns; else by the mean normal
 * score of the primary outcome, ties by name. A level whose outcomes are all unknown stands in the
 * middle.
 */
final class LevelOrder {
  private final Table cohort;

  /** Normal score of each row's primary outcome; NaN when unknown. */
  private final double[] outcome;

  LevelOrder(Table cohort) {
    this.cohort = cohort;
    double[] values = cohort.primaryOutcome().map(this::ranks).orElseGet(this::unknown);
    NormalScores normal = NormalScores.of(values);
    this.outcome =
        Arrays.stream(values).map(v -> Double.isNaN(v) ? Double.NaN : normal.of(v)).toArray();
  }

  /** Codes of the levels that the cohort holds, in order. */
  int[] of(int column) {
    int[] codes = cohort.codes(column);
    List<String> levels = cohort.levels(column);
    double[] means = meanOutcomes(codes, levels.size());
    Comparator<Integer> byOutcome = Comparator.comparingDouble(code -> means[code]);
    Comparator<Integer> order =
        cohort.columns().get(column).ordered()
            ? Comparator.naturalOrder()
            : byOutcome.thenComparing(levels::get);
    return Arrays.stream(codes)
        .filter(code -> code >= 0)
        .distinct()
        .boxed()
        .sorted(order)
        .mapToInt(code -> code)
        .toArray();
  }

  private double[] meanOutcomes(int[] codes, int levels) {
    double[] means = new double[levels];
    int[] known = new int[levels];
    for (int row = 0; row < codes.length; row++) {
      if (codes[row] >= 0 && !Double.isNaN(outcome[row])) {
        means[codes[row]] += outcome[row];
        known[codes[row]]++;
      }
    }
    for (int code = 0; code < levels; code++) {
      means[code] /= Math.max(known[code], 1);
    }
    return means;
  }

  /** What of the outcome has an order: numbers, or codes of an ordered category. */
  private double[] ranks(int column) {
    if (cohort.columns().get(column).isNumber()) {
      return cohort.numbers(column);
    }
    return cohort.columns().get(column).ordered()
        ? Arrays.stream(cohort.codes(column)).mapToDouble(c -> c < 0 ? Double.NaN : c).toArray()
        : unknown();
  }

  private double[] unknown() {
    return IntStream.range(0, cohort.rows()).mapToDouble(row -> Double.NaN).toArray();
  }
}
