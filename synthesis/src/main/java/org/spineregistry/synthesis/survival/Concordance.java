package org.spineregistry.synthesis.survival;

import java.util.Arrays;

/**
 * Harrell's C: of two patients of whom one is known to have had the event first, how often the one
 * with the higher risk had it first, equal risks counting half (Harrell, Lee and Mark 1996,
 * Statistics in Medicine 15:361). Two events at one time are no pair; a time censored at that of an
 * event is the longer one. The order is found once and serves any weights, so a bootstrap costs one
 * pass each.
 */
public final class Concordance {
  private final SurvivalTimes data;
  private final int[] lastFirst;

  /** Rank of each row's risk among the different risks, from 1. */
  private final int[] ranks;

  private final int different;

  /**
   * @param risks higher means an earlier event; one for each time, no NaN
   */
  public Concordance(SurvivalTimes data, double[] risks) {
    this.data = data;
    this.lastFirst = data.lastFirst();
    double[] sorted = Arrays.stream(risks).sorted().distinct().toArray();
    this.ranks = Arrays.stream(risks).mapToInt(r -> KaplanMeier.below(sorted, r) + 1).toArray();
    this.different = sorted.length;
  }

  /** Every row counts once; NaN without any pair. */
  public double value() {
    int[] ones = new int[data.size()];
    Arrays.fill(ones, 1);
    return value(ones);
  }

  /**
   * Every pair counts with the product of its weights.
   *
   * @param weights one for each row
   * @return NaN without any pair of positive weight
   */
  public double value(int[] weights) {
    RankCounts longer = new RankCounts(different);
    double agreeing = 0;
    double pairs = 0;
    for (int from = 0; from < lastFirst.length; ) {
      int to = from;
      // rows of one time: the censored ones come first and outlast its events
      while (to < lastFirst.length && time(to) == time(from)) {
        int row = lastFirst[to++];
        if (!data.events()[row]) {
          longer.add(ranks[row], weights[row]);
        }
      }
      for (int i = from; i < to; i++) {
        int row = lastFirst[i];
        if (data.events()[row]) {
          double below = longer.upTo(ranks[row] - 1);
          double equal = longer.upTo(ranks[row]) - below;
          agreeing += weights[row] * (below + 0.5 * equal);
          pairs += weights[row] * (double) longer.total();
        }
      }
      for (int i = from; i < to; i++) {
        int row = lastFirst[i];
        if (data.events()[row]) {
          longer.add(ranks[row], weights[row]);
        }
      }
      from = to;
    }
    return pairs > 0 ? agreeing / pairs : Double.NaN;
  }

  private double time(int place) {
    return data.times()[lastFirst[place]];
  }
}
