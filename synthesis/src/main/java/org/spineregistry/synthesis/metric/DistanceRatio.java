package org.spineregistry.synthesis.metric;

import java.util.Arrays;

/**
 * Distribution of a ratio of nearest-neighbour distances over synthetic rows. The convention is the
 * caller's: the nearest over the second nearest patient (A), or the nearest patient over the
 * nearest other synthetic row (E). Every number is finite.
 *
 * @param shareAbove1 share of rows with a ratio above 1
 * @param median type 7
 * @param lowerMedian type 1: of two middle ratios the lower one, so that it exceeds 1 exactly when
 *     more than half of the ratios do, which an average of the two does not
 * @param q05 5 % quantile, type 7
 */
public record DistanceRatio(double shareAbove1, double median, double lowerMedian, double q05) {
  /** Larger ratios count as this one, x/0 among them, which has no finite value. */
  public static final double MOST = 1000;

  /**
   * Summarises row-wise ratios; equal distances (0/0 among them) count as 1, and no ratio as more
   * than {@link #MOST}.
   *
   * @param numerators at least one distance
   * @param denominators as many
   */
  public static DistanceRatio of(double[] numerators, double[] denominators) {
    double[] ratios = new double[numerators.length];
    int above = 0;
    for (int i = 0; i < ratios.length; i++) {
      boolean equal = numerators[i] == denominators[i];
      ratios[i] = equal ? 1 : Math.min(numerators[i] / denominators[i], MOST);
      above += ratios[i] > 1 ? 1 : 0;
    }
    Arrays.sort(ratios);
    return new DistanceRatio(
        (double) above / ratios.length,
        Quantiles.ofSorted(ratios, 0.5),
        ratios[(ratios.length - 1) / 2],
        Quantiles.ofSorted(ratios, 0.05));
  }
}
