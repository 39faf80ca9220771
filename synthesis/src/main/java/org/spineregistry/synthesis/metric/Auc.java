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
}
