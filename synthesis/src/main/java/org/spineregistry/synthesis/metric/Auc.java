package org.spineregistry.synthesis.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Area under the ROC curve, P(positive &gt; negative) + P(equal)/2 (Hanley and McNeil 1982,
 * Radiology 143:29). The order of the scores is found once and serves any weights, so a bootstrap
 * costs one pass each.
 */
public final class Auc {
  /** Rows by rising score. */
  private final int[] order;

  /** For each place of the order all bits when the row is positive, else none. */
  private final int[] mask;

  /** For each place of the order the end of the run of equal scores that it belongs to. */
  private final int[] ends;

  /** For each place of the order the start of that run. */
  private final int[] starts;

  /**
   * @param scores higher means more likely positive; no NaN
   * @param positive which rows are positive
   */
  public Auc(double[] scores, boolean[] positive) {
    this.order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> scores[i]))
            .mapToInt(i -> i)
            .toArray();
    this.mask = IntStream.of(order).map(row -> positive[row] ? -1 : 0).toArray();
    this.starts = new int[order.length];
    this.ends = new int[order.length];
    for (int from = 0; from < order.length; ) {
      int to = from + 1;
      while (to < order.length && scores[order[to]] == scores[order[from]]) {
        to++;
      }
      Arrays.fill(starts, from, to, from);
      Arrays.fill(ends, from, to, to);
      from = to;
    }
  }

  /** Every row counts once. */
  public double value() {
    int[] ones = new int[order.length];
    Arrays.fill(ones, 1);
    return value(ones);
  }

  /**
   * Every pair counts with the product of its weights.
   *
   * @param weights one for each row
   * @return NaN when one side has no weight
   */
  public double value(int[] weights) {
    long twiceWon = 0;
    long positives = 0;
    long negatives = 0;
    for (int at = 0; at < order.length; ) {
      int end = ends[at];
      long tiedPositives = 0;
      long tiedNegatives = 0;
      for (; at < end; at++) {
        int weight = weights[order[at]];
        tiedPositives += weight & mask[at];
        tiedNegatives += weight & ~mask[at];
      }
      twiceWon += tiedPositives * (2 * negatives + tiedNegatives);
      positives += tiedPositives;
      negatives += tiedNegatives;
    }
    return positives > 0 && negatives > 0
        ? 0.5 * twiceWon / ((double) positives * negatives)
        : Double.NaN;
  }

  /**
   * Largest share of positives that a threshold catches while it takes at most a share of the
   * negatives for positive.
   *
   * @param falsePositives highest share of negatives at or above the threshold
   * @param weights one for each row
   * @return NaN when one side has no weight
   */
  public double truePositives(double falsePositives, int[] weights) {
    long positives = 0;
    long negatives = 0;
    for (int at = 0; at < order.length; at++) {
      positives += weights[order[at]] & mask[at];
      negatives += weights[order[at]] & ~mask[at];
    }
    long caught = 0;
    long taken = 0;
    long best = 0;
    for (int at = order.length - 1; at >= 0; ) {
      int start = starts[at];
      for (; at >= start; at--) {
        caught += weights[order[at]] & mask[at];
        taken += weights[order[at]] & ~mask[at];
      }
      if (taken > falsePositives * negatives) {
        break;
      }
      best = caught;
    }
    return positives > 0 && negatives > 0 ? (double) best / positives : Double.NaN;
  }

  /**
   * Variance of the AUC by DeLong, DeLong and Clarke-Pearson (1988, Biometrics 44:837): 0 when all
   * pairs are ordered alike, which says nothing.
   */
  public double deLongVariance() {
    int positives = -IntStream.of(mask).sum();
    int negatives = order.length - positives;
    double[] placements = new double[order.length];
    int positivesBelow = 0;
    int negativesBelow = 0;
    for (int from = 0; from < order.length; from = ends[from]) {
      int tiedPositives = 0;
      for (int at = from; at < ends[from]; at++) {
        tiedPositives -= mask[at];
      }
      int tiedNegatives = ends[from] - from - tiedPositives;
      for (int at = from; at < ends[from]; at++) {
        placements[order[at]] =
            mask[at] != 0
                ? (negativesBelow + 0.5 * tiedNegatives) / negatives
                : 1 - (positivesBelow + 0.5 * tiedPositives) / positives;
      }
      positivesBelow += tiedPositives;
      negativesBelow += tiedNegatives;
    }
    boolean[] positive = new boolean[order.length];
    for (int at = 0; at < order.length; at++) {
      positive[order[at]] = mask[at] != 0;
    }
    return variance(placements, positive, true) / positives
        + variance(placements, positive, false) / negatives;
  }

  private static double variance(double[] placements, boolean[] positive, boolean side) {
    double mean = 0;
    int count = 0;
    for (int row = 0; row < placements.length; row++) {
      mean += positive[row] == side ? placements[row] : 0;
      count += positive[row] == side ? 1 : 0;
    }
    mean /= count;
    double squares = 0;
    for (int row = 0; row < placements.length; row++) {
      double deviation = positive[row] == side ? placements[row] - mean : 0;
      squares += deviation * deviation;
    }
    return squares / (count - 1);
  }
}
