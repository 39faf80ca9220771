package org.spineregistry.synthesis.metric;

import java.util.Arrays;

/** Sample quantiles of type 7 (Hyndman and Fan 1996, The American Statistician 50:361). */
public final class Quantiles {
  private Quantiles() {}

  /**
   * One quantile.
   *
   * @param sorted rising, at least one value, no NaN
   * @param share in [0, 1]
   */
  public static double ofSorted(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    if (below + 1 >= sorted.length) {
      return sorted[sorted.length - 1];
    }
    double weight = position - below;
    double low = sorted[below];
    double high = sorted[below + 1];
    return weight == 0 || low == high ? low : low + weight * (high - low);
  }

  /** The median of values in any order; not changed. */
  public static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted, 0.5);
  }
}
