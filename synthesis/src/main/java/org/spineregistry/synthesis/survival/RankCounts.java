package org.spineregistry.synthesis.survival;

/** Counts by rank with sums over the lower ranks (Fenwick 1994, Software 24:327). */
final class RankCounts {
  private final long[] tree;
  private long total;

  /**
   * @param ranks ranks run from 1 to this
   */
  RankCounts(int ranks) {
    tree = new long[ranks + 1];
  }

  void add(int rank, int count) {
    total += count;
    for (int at = rank; at < tree.length; at += at & -at) {
      tree[at] += count;
    }
  }

  /** Count of the ranks 1 to {@code rank}. */
  long upTo(int rank) {
    long sum = 0;
    for (int at = rank; at > 0; at -= at & -at) {
      sum += tree[at];
    }
    return sum;
  }

  long total() {
    return total;
  }
}
