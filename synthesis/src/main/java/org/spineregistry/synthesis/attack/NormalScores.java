package org.spineregistry.synthesis.attack;

import java.util.Arrays;
import org.spineregistry.synthesis.special.StandardNormal;

/**
 * Normal scores of a number column: the normal quantile of the mid-rank share u = (values below +
 * values at or below) / 2n, clipped to [0.5/n, 1 - 0.5/n]. Any number has a score, not only those
 * that the column holds.
 *
 * @param values distinct observed values, rising
 * @param at score of each value
 * @param between score of a number between values k - 1 and k
 */
record NormalScores(double[] values, double[] at, double[] between) {
  /**
   * @param column NaN is missing and does not count
   */
  static NormalScores of(double[] column) {
    double[] sorted =
        Arrays.stream(column)
            .filter(value -> !Double.isNaN(value))
            .map(NormalScores::withoutSignOfZero)
            .sorted()
            .toArray();
    double[] values = Arrays.stream(sorted).distinct().toArray();
    double[] at = new double[values.length];
    double[] between = new double[values.length + 1];
    int below = 0;
    for (int k = 0; k < values.length; k++) {
      int atOrBelow = below;
      while (atOrBelow < sorted.length && sorted[atOrBelow] == values[k]) {
        atOrBelow++;
      }
      between[k] = score(below + below, sorted.length);
      at[k] = score(below + atOrBelow, sorted.length);
      below = atOrBelow;
    }
    between[values.length] = score(2 * sorted.length, sorted.length);
    return new NormalScores(values, at, between);
  }

  /** Rounding makes negative zeros, which sorting would put below zero. */
  private static double withoutSignOfZero(double value) {
    return value + 0.0;
  }

  private static double score(int twiceRank, int n) {
    if (n == 0) {
      return 0;
    }
    double share = twiceRank / (2.0 * n);
    return StandardNormal.quantile(Math.min(Math.max(share, 0.5 / n), 1 - 0.5 / n));
  }

  /** Score of a number; 0, the middle, when it is NaN or the column holds nothing. */
  double of(double value) {
    if (Double.isNaN(value)) {
      return 0;
    }
    int found = Arrays.binarySearch(values, withoutSignOfZero(value));
    return found >= 0 ? at[found] : between[-found - 1];
  }
}
