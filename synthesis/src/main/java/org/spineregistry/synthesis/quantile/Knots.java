package org.spineregistry.synthesis.quantile;

import java.util.Arrays;

/** The growing knots of a quantile table. */
final class Knots {
  private static final int MOST_BLOCKS = 100;
  private static final double SQRT_3 = Math.sqrt(3);

  private final double[] sorted;
  private final double[] masses;
  private final double total;
  private double[] shares = new double[16];
  private double[] values = new double[16];
  private int size;
  private double below;

  /**
   * @param sorted values of all patients, rising
   * @param masses one for each
   * @param total mass that is the share 1
   */
  Knots(double[] sorted, double[] masses, double total) {
    this.sorted = sorted;
    this.masses = masses;
    this.total = total;
  }

  /** Number of blocks of a stretch: at least k patients each, at most 100 in all stretches. */
  static int blocks(int count, int inStretches, int k) {
    int byTotal = (int) ((long) MOST_BLOCKS * count / inStretches);
    return Math.max(1, Math.min(count / k, byTotal));
  }

  /** A flat piece. */
  void addAtom(Segment atom) {
    add(below / total, atom.value());
    below += atom.mass();
    add(below / total, atom.value());
  }

  /**
   * The blocks of a stretch: lower edge, mean and upper edge of each.
   *
   * @param low no edge lies below it
   * @param high no edge lies above it
   */
  void addStretch(Segment stretch, int blocks, double low, double high) {
    int[] ends = new int[blocks];
    double[] means = new double[blocks];
    int at = stretch.from();
    for (int b = 0; b < blocks; b++) {
      int size = stretch.count() / blocks + (b < stretch.count() % blocks ? 1 : 0);
      ends[b] = at + size;
      double sum = 0;
      while (at < ends[b]) {
        sum += sorted[at++];
      }
      means[b] = sum / size;
    }
    double[] edges = edges(stretch, means);
    at = stretch.from();
    for (int b = 0; b < blocks; b++) {
      double mass = 0;
      while (at < ends[b]) {
        mass += masses[at++];
      }
      add(below / total, clip(edges[b], low, high));
      add((below + 0.5 * mass) / total, clip(means[b], low, high));
      below += mass;
      add(below / total, clip(edges[b + 1], low, high));
    }
  }

  /** Halfway between neighbouring means; the outer ones mirror the inner ones. */
  private double[] edges(Segment stretch, double[] means) {
    double[] edges = new double[means.length + 1];
    for (int b = 1; b < means.length; b++) {
      edges[b] = 0.5 * (means[b - 1] + means[b]);
    }
    int last = means.length - 1;
    if (last == 0) {
      double squares = 0;
      for (int i = stretch.from(); i < stretch.to(); i++) {
        squares += (sorted[i] - means[0]) * (sorted[i] - means[0]);
      }
      double half = SQRT_3 * Math.sqrt(squares / stretch.count()); // a uniform of the same SD
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
