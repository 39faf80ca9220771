package org.spineregistry.synthesis.quantile;

import java.util.Arrays;

/** The growing knots of a quantile table. */
final class Knots {
  private static final int MOST_BLOCKS = 100;
  private static final double SQRT_3 = Math.sqrt(3);

  private final double total;
  private double[] shares = new double[16];
  private double[] values = new double[16];
  private int size;
  private int below;

  /**
   * @param total patients in all segments
   */
  Knots(int total) {
    this.total = total;
  }

  /** Number of blocks of a stretch: at least k patients each, at most 100 in all stretches. */
  static int blocks(int count, int inStretches, int k) {
    int byTotal = (int) ((long) MOST_BLOCKS * count / inStretches);
    return Math.max(1, Math.min(count / k, byTotal));
  }

  /** A flat piece. */
  void addAtom(double value, int count) {
    add(below / total, value);
    below += count;
    add(below / total, value);
  }

  /**
   * The blocks of a stretch: lower edge, mean and upper edge of each.
   *
   * @param sorted values of the stretch
   * @param low no edge lies below it
   * @param high no edge lies above it
   */
  void addStretch(double[] sorted, int blocks, double low, double high) {
    int[] sizes = new int[blocks];
    double[] means = new double[blocks];
    int at = 0;
    for (int b = 0; b < blocks; b++) {
      sizes[b] = sorted.length / blocks + (b < sorted.length % blocks ? 1 : 0);
      double sum = 0;
      for (int i = 0; i < sizes[b]; i++) {
        sum += sorted[at++];
      }
      means[b] = sum / sizes[b];
    }
    double[] edges = edges(sorted, means);
    for (int b = 0; b < blocks; b++) {
      double middle = below + 0.5 * sizes[b];
      add(below / total, clip(edges[b], low, high));
      add(middle / total, clip(means[b], low, high));
      below += sizes[b];
      add(below / total, clip(edges[b + 1], low, high));
    }
  }

  /** Halfway between neighbouring means; the outer ones mirror the inner ones. */
  private static double[] edges(double[] sorted, double[] means) {
    double[] edges = new double[means.length + 1];
    for (int b = 1; b < means.length; b++) {
      edges[b] = 0.5 * (means[b - 1] + means[b]);
    }
    int last = means.length - 1;
    if (last == 0) {
      double squares = 0;
      for (double value : sorted) {
        squares += (value - means[0]) * (value - means[0]);
      }
      double half = SQRT_3 * Math.sqrt(squares / sorted.length); // a uniform of the same SD
      edges[0] = means[0] - half;
      edges[1] = means[0] + half;
    } else {
      edges[0] = 2 * means[0] - edges[1];
      edges[last + 1] = 2 * means[last] - edges[last];
    }
    return edges;
  }

  private static double clip(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }

  private void add(double share, double value) {
    if (size == shares.length) {
      shares = Arrays.copyOf(shares, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    shares[size] = share;
    values[size++] = value;
  }

  double[] shares() {
    return Arrays.copyOf(shares, size);
  }

  double[] values() {
    return Arrays.copyOf(values, size);
  }
}
