package org.spineregistry.synthesis.metric;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.spineregistry.synthesis.table.Table;

/**
 * Patients of one table who equal one of another table in every column. By chance a patient has a
 * twin in the other table as often as patients of that table have one in their own; what goes
 * beyond are the same patients in both.
 *
 * @param ofFit patients of the fit who equal one kept aside
 * @param aside patients kept aside who equal one of the fit
 * @param beyondTwins whether either is more than twins explain, at 1 % and with 0.5 % to spare
 */
public record Overlap(int ofFit, int aside, boolean beyondTwins) {
  private static final double Z = 2.576;
  private static final double SPARE = 0.005;

  /** Compares two tables whose columns and levels are the same. */
  public static Overlap of(Table training, Table holdout) {
    long[] fit = Twins.keys(training);
    long[] kept = Twins.keys(holdout);
    int ofFit = shared(fit, kept);
    int aside = shared(kept, fit);
    return new Overlap(ofFit, aside, isBeyond(aside, kept, fit) || isBeyond(ofFit, fit, kept));
  }

  /** Rows that equal an earlier one in every column. */
  public static int repeated(Table table) {
    Set<Long> seen = new HashSet<>();
    return (int) Arrays.stream(Twins.keys(table)).filter(key -> !seen.add(key)).count();
  }

  private static int shared(long[] rows, long[] others) {
    Set<Long> keys = new HashSet<>();
    Arrays.stream(others).forEach(keys::add);
    return (int) Arrays.stream(rows).filter(keys::contains).count();
  }

  /** Half a patient more than the twins seen, because none among hundreds is no rate of 0. */
  private static boolean isBeyond(int shared, long[] rows, long[] others) {
    double rate = Math.min(1, (twins(others) + 0.5) / others.length);
    double error = Math.sqrt(rate * (1 - rate) * (1.0 / rows.length + 1.0 / others.length));
    return shared > rows.length * (rate + Z * error + SPARE);
  }

  private static int twins(long[] keys) {
    Map<Long, Integer> counts = new HashMap<>();
    Arrays.stream(keys).forEach(key -> counts.merge(key, 1, Integer::sum));
    return counts.values().stream().filter(count -> count > 1).mapToInt(count -> count).sum();
  }
}
