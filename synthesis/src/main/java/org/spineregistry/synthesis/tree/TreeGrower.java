package org.spineregistry.synthesis.tree;

/**
 * Grows one tree. Each node's histogram is summed for its smaller side and found by subtraction for
 * the larger one; rows keep their order on both sides, so sums always run in row order.
 */
final class TreeGrower {
  private final BinnedRows binned;
  private final int depth;
  private final double rate;
  private final double[] gradients;
  private final double[] hessians;

  /** What the tree's leaves are added to, one for each row. */
  private final double[] scores;

  private final int[] order;
  private final int[] spare;

  /**
   * @param rows rows to learn from, rising; not changed
   * @param depth most questions in a row
   * @param rate share of each leaf's value that counts
   */
  TreeGrower(
      BinnedRows binned,
      int[] rows,
      int depth,
      double rate,
      double[] gradients,
      double[] hessians,
      double[] scores) {
    this.binned = binned;
    this.depth = depth;
    this.rate = rate;
    this.gradients = gradients;
    this.hessians = hessians;
    this.scores = scores;
    this.order = rows.clone();
    this.spare = new int[rows.length];
  }

  /** Grows the tree and adds its values to the scores of the rows that it learnt from. */
  Tree grow() {
    return grow(0, order.length, histogram(0, order.length), depth);
  }

  private Tree grow(int from, int to, Histogram rows, int questions) {
    Split split = questions > 0 ? Split.best(rows, binned.sizes()) : null;
    if (split == null) {
      double value = rate * rows.leaf();
      for (int i = from; i < to; i++) {
        scores[order[i]] += value;
      }
      return new Tree.Leaf(value);
    }
    int middle = divide(from, to, split);
    Histogram left;
    Histogram right;
    if (middle - from <= to - middle) {
      left = histogram(from, middle);
      right = rows.minus(left);
    } else {
      right = histogram(middle, to);
      left = rows.minus(right);
    }
    return new Tree.Fork(
        split, grow(from, middle, left, questions - 1), grow(middle, to, right, questions - 1));
  }

  /** Moves the rows that go left before the others; returns where the others begin. */
  private int divide(int from, int to, Split split) {
    byte[] bins = binned.bins()[split.column()];
    int left = from;
    int right = 0;
    for (int i = from; i < to; i++) {
      int row = order[i];
      if (split.goesLeft(bins[row])) {
        order[left++] = row;
      } else {
        spare[right++] = row;
      }
    }
    System.arraycopy(spare, 0, order, left, right);
    return left;
  }

  private Histogram histogram(int from, int to) {
    return Histogram.of(binned, order, from, to, gradients, hessians);
  }
}
