package org.spineregistry.synthesis.metric;

import java.util.Arrays;

/** A 95 % interval. */
public record Interval(double lower, double upper) {
  public Interval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException("An interval runs from its lower to its upper end");
    }
  }

  /**
   * Percentile interval of bootstrap values; values that are not defined are left out.
   *
   * @return null when fewer than half of the values are defined
   */
  public static Interval percentile(double[] values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0 || 2 * sorted.length < values.length) {
      return null;
    }
    return new Interval(Quantiles.ofSorted(sorted, 0.025), Quantiles.ofSorted(sorted, 0.975));
  }
}
