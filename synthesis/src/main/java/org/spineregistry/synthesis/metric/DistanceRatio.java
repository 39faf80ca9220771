package org.spineregistry.synthesis.metric;

import java.util.Arrays;

/**
 * Distribution of a ratio of nearest-neighbour distances over synthetic rows. The convention is the
 * caller's: the nearest over the second nearest patient (A), or the nearest patient over the
 * nearest other synthetic row (E).
 *
 * @param shareAbove1 share of rows with a ratio above 1
 * @param median type 7
 * @param q05 5 % quantile, type 7
 */
public record DistanceRatio(double shareAbove1, double median, double q05) {
  /**
   * Summarises row-wise ratios; 0/0 counts as 1, x/0 as infinity.
   *
   * @param numerators at least one distance
   * @param denominators as many
   */
  public static DistanceRatio of(double[] numerators, double[] denominators) {
    double[] ratios = new double[numerators.length];
    int above = 0;
    for (int i = 0; i < ratios.length; i++) {
      boolean bothZero = numerators[i] == 0 && denominators[i] == 0;
      ratios[i] = bothZero ? 1 : numerators[i] / denominators[i];
      above += ratios[i] > 1 ? 1 : 0;
    }
    Arrays.sort(ratios);
    return new DistanceRatio(
        (double) above / ratios.length,
        Quantiles.ofSorted(ratios, 0.5),
        Quantiles.ofSorted(ratios, 0.05));
  }
}
