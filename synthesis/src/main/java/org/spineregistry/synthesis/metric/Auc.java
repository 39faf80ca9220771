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
  private final int[] order;
  private final double[] scores;
  private final boolean[] positive;

  /**
   * @param scores higher means more likely positive; no NaN
   * @param positive which rows are positive
   */
  public Auc(double[] scores, boolean[] positive) {
    this.scores = scores.clone();
    this.positive = positive.clone();
    this.order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> scores[i]))
            .mapToInt(i -> i)
            .toArray();
  }

  /** Every row counts once. */
  public double value() {
    int[] ones = new int[scores.length];
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
    double won = 0;
    double positives = 0;
    double negatives = 0;
    int at = 0;
    while (at < order.length) {
      double tiedPositives = 0;
      double tiedNegatives = 0;
      double score = scores[order[at]];
      for (; at < order.length && scores[order[at]] == score; at++) {
        if (positive[order[at]]) {
          tiedPositives += weights[order[at]];
        } else {
          tiedNegatives += weights[order[at]];
        }
      }
      won += tiedPositives * (negatives + 0.5 * tiedNegatives);
      positives += tiedPositives;
      negatives += tiedNegatives;
    }
    return positives > 0 && negatives > 0 ? won / (positives * negatives) : Double.NaN;
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
    double positives = 0;
    double negatives = 0;
    for (int row = 0; row < scores.length; row++) {
      positives += positive[row] ? weights[row] : 0;
      negatives += positive[row] ? 0 : weights[row];
    }
    double caught = 0;
    double taken = 0;
    double best = 0;
    for (int at = order.length - 1; at >= 0; ) {
      double score = scores[order[at]];
      for (; at >= 0 && scores[order[at]] == score; at--) {
        caught += positive[order[at]] ? weights[order[at]] : 0;
        taken += positive[order[at]] ? 0 : weights[order[at]];
      }
      if (taken > falsePositives * negatives) {
        break;
      }
      best = caught;
    }
    return positives > 0 && negatives > 0 ? best / positives : Double.NaN;
  }

  /**
   * Variance of the AUC by DeLong, DeLong and Clarke-Pearson (1988, Biometrics 44:837): 0 when all
   * pairs are ordered alike, which says nothing.
   */
  public double deLongVariance() {
    int positives = 0;
    for (boolean one : positive) {
      positives += one ? 1 : 0;
    }
    int negatives = positive.length - positives;
    double[] placements = new double[positive.length];
    int at = 0;
    int positivesBelow = 0;
    int negativesBelow = 0;
    while (at < order.length) {
      int from = at;
      int tiedPositives = 0;
      double score = scores[order[at]];
      for (; at < order.length && scores[order[at]] == score; at++) {
        tiedPositives += positive[order[at]] ? 1 : 0;
      }
      int tiedNegatives = at - from - tiedPositives;
      for (int i = from; i < at; i++) {
        placements[order[i]] =
            positive[order[i]]
                ? (negativesBelow + 0.5 * tiedNegatives) / negatives
                : 1 - (positivesBelow + 0.5 * tiedPositives) / positives;
      }
      positivesBelow += tiedPositives;
      negativesBelow += tiedNegatives;
    }
    return variance(placements, true) / positives + variance(placements, false) / negatives;
  }

  private double variance(double[] placements, boolean side) {
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
