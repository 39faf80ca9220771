package org.spineregistry.synthesis.tree;

/** Sums of the first two derivatives of the loss over some rows, for each bin of each column. */
final class Histogram {
  /** Weight of the squared leaf values in the loss. */
  static final double PENALTY = 1;

  /** Gradient and Hessian of column c and bin b at {@code 2 (64 c + b)}. */
  private final double[] sums;

  private double gradient;
  private double hessian;

  private Histogram(int columns) {
    sums = new double[2 * BinnedRows.MOST_BINS * columns];
  }

  /** The histogram of the rows {@code order[from]} to {@code order[to - 1]}. */
  static Histogram of(
      BinnedRows binned, int[] order, int from, int to, double[] gradients, double[] hessians) {
    Histogram histogram = new Histogram(binned.bins().length);
    double[] sums = histogram.sums;
    for (int column = 0; column < binned.bins().length; column++) {
      byte[] bins = binned.bins()[column];
      int offset = 2 * BinnedRows.MOST_BINS * column;
      for (int i = from; i < to; i++) {
        int row = order[i];
        int at = offset + 2 * bins[row];
        sums[at] += gradients[row];
        sums[at + 1] += hessians[row];
      }
    }
    for (int i = from; i < to; i++) {
      histogram.gradient += gradients[order[i]];
      histogram.hessian += hessians[order[i]];
    }
    return histogram;
  }

  /** What is left of these rows without some of them. */
  Histogram minus(Histogram part) {
    Histogram rest = new Histogram(sums.length / (2 * BinnedRows.MOST_BINS));
    for (int i = 0; i < sums.length; i++) {
      rest.sums[i] = sums[i] - part.sums[i];
    }
    rest.gradient = gradient - part.gradient;
    rest.hessian = hessian - part.hessian;
    return rest;
  }

  double gradient(int column, int bin) {
    return sums[2 * (BinnedRows.MOST_BINS * column + bin)];
  }

  double hessian(int column, int bin) {
    return sums[2 * (BinnedRows.MOST_BINS * column + bin) + 1];
  }

  double gradient() {
    return gradient;
  }

  double hessian() {
    return hessian;
  }

  /** The value that lowers the penalised loss of these rows most, by its quadratic expansion. */
  double leaf() {
    return -gradient / (hessian + PENALTY);
  }
}
