package org.spineregistry.synthesis.metric;

import java.util.Arrays;

/**
 * How far two frequency tables are apart: the Jensen-Shannon divergence in bits (Lin 1991, IEEE
 * Transactions on Information Theory 37:145) and the total variation.
 *
 * @param bits divergence in [0, 1], without smoothing and without the square root
 * @param bias expected divergence of two samples of one distribution, (bins - 1)/(8 ln 2) (1/n +
 *     1/m), bins with a pooled count only
 * @param totalVariation half the sum of absolute differences of the shares
 */
public record Divergence(double bits, double bias, double totalVariation) {
  private static final double LN_2 = StrictMath.log(2);
  private static final int BINS = 20;

  /** Divergence minus bias; may be negative. */
  public double corrected() {
    return bits - bias;
  }

  /**
   * Compares two rows of counts over the same bins.
   *
   * @throws IllegalArgumentException if one of them is empty
   */
  public static Divergence ofCounts(long[] first, long[] second) {
    double n = Arrays.stream(first).sum();
    double m = Arrays.stream(second).sum();
    if (n == 0 || m == 0) {
      throw new IllegalArgumentException("Both samples need at least one value");
    }
    double bits = 0;
    double variation = 0;
    int bins = 0;
    for (int i = 0; i < first.length; i++) {
      double p = first[i] / n;
      double q = second[i] / m;
      double middle = 0.5 * (p + q);
      bits += 0.5 * (term(p, middle) + term(q, middle));
      variation += 0.5 * Math.abs(p - q);
      bins += first[i] + second[i] > 0 ? 1 : 0;
    }
    double bias = (bins - 1) / (8 * LN_2) * (1 / n + 1 / m);
    return new Divergence(Math.max(0, bits), bias, variation);
  }

  /**
   * Compares two samples of numbers in at most 20 bins, cut at the distinct type 7 quantiles of the
   * reference; a value on an edge falls in the lower bin.
   *
   * @param reference at least one value, no NaN
   * @param other likewise
   */
  public static Divergence ofNumbers(double[] reference, double[] other) {
    double[] edges = edges(reference);
    return ofCounts(counts(reference, edges), counts(other, edges));
  }

  /**
   * Compares two samples of category codes; negative codes are missing and dropped.
   *
   * @param levels number of levels
   */
  public static Divergence ofCodes(int[] first, int[] second, int levels) {
    return ofCounts(counts(first, levels), counts(second, levels));
  }

  static double[] edges(double[] reference) {
    double[] sorted = reference.clone();
    Arrays.sort(sorted);
    double[] edges = new double[BINS - 1];
    for (int i = 1; i < BINS; i++) {
      edges[i - 1] = Quantiles.ofSorted(sorted, (double) i / BINS);
    }
    return Arrays.stream(edges).distinct().toArray();
  }

  static long[] counts(double[] values, double[] edges) {
    long[] counts = new long[edges.length + 1];
    for (double value : values) {
      int found = Arrays.binarySearch(edges, value);
      counts[found >= 0 ? found : -found - 1]++;
    }
    return counts;
  }

  private static long[] counts(int[] codes, int levels) {
    long[] counts = new long[levels];
    for (int code : codes) {
      if (code >= 0) {
        counts[code]++;
      }
    }
    return counts;
  }

  private static double term(double p, double middle) {
    return p == 0 ? 0 : p * StrictMath.log(p / middle) / LN_2;
  }
}
