package org.spineregistry.synthesis.fidelity;

import java.util.Arrays;
import org.spineregistry.synthesis.table.Table;

/**
 * Kolmogorov-Smirnov distances of number columns by counting: the distribution of the patients only
 * steps at their values, so that the largest difference is at one of these or just below it.
 * Nothing is sorted but the patients, and counts of parts of a release add up.
 */
public final class StepCounts {
  private final double[][] values;

  /** For each value the share of the patients at or below it. */
  private final double[][] shares;

  private StepCounts(double[][] values, double[][] shares) {
    this.values = values;
    this.shares = shares;
  }

  /** Prepares a cohort. */
  public static StepCounts of(Table cohort) {
    double[][] values = new double[cohort.columns().size()][0];
    double[][] shares = new double[values.length][0];
    for (int c = 0; c < values.length; c++) {
      if (cohort.columns().get(c).isNumber()) {
        double[] cells = cohort.numbers(c);
        Arrays.sort(cells); // NaN last
        int observed = cells.length - cohort.missing(c);
        values[c] = new double[observed];
        shares[c] = new double[observed];
        int distinct = 0;
        for (int i = 0; i < observed; i++) {
          distinct += i > 0 && cells[i] == cells[i - 1] ? 0 : 1;
          values[c][distinct - 1] = cells[i];
          shares[c][distinct - 1] = (i + 1.0) / observed;
        }
        values[c] = Arrays.copyOf(values[c], distinct);
        shares[c] = Arrays.copyOf(shares[c], distinct);
      }
    }
    return new StepCounts(values, shares);
  }

  /**
   * Counts rows of a release.
   *
   * @return by column, how many cells are below the first value of the patients, at it, between it
   *     and the second, and so on; empty for a column that is no number
   */
  public int[][] count(Table rows) {
    int[][] counts = new int[values.length][];
    for (int c = 0; c < counts.length; c++) {
      counts[c] = new int[values[c].length == 0 ? 0 : 2 * values[c].length + 1];
      if (counts[c].length > 0) {
        for (double cell : rows.numbers(c)) {
          if (!Double.isNaN(cell)) {
            int found = Arrays.binarySearch(values[c], cell);
            counts[c][found >= 0 ? 2 * found + 1 : 2 * (-found - 1)]++;
          }
        }
      }
    }
    return counts;
  }

  /**
   * Distances of the columns that have values on both sides, in schema order.
   *
   * @param counts of all rows
   */
  public double[] distances(int[][] counts) {
    double[] distances = new double[counts.length];
    int compared = 0;
    for (int c = 0; c < counts.length; c++) {
      long total = Arrays.stream(counts[c]).asLongStream().sum();
      if (total > 0) {
        distances[compared++] = distance(shares[c], counts[c], total);
      }
    }
    return Arrays.copyOf(distances, compared);
  }

  private static double distance(double[] shares, int[] counts, double total) {
    double largest = 0;
    long below = 0;
    double before = 0;
    for (int value = 0; value < shares.length; value++) {
      below += counts[2 * value];
      largest = Math.max(largest, Math.abs(before - below / total));
      below += counts[2 * value + 1];
      largest = Math.max(largest, Math.abs(shares[value] - below / total));
      before = shares[value];
    }
    return largest;
  }
}
