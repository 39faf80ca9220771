package org.spineregistry.synthesis.metric;

/**
 * Rough distances of queries to blocks of references, good enough to tell which references need not
 * be looked at: what it passes over is farther away than asked for, whatever the rounding. The
 * inner loops run over references with narrow numbers, so that the compiler turns them into wide
 * vector instructions. Not thread-safe.
 */
interface Screen {
  /**
   * References of a block at most: several loads of a vector for each loop that a dimension costs,
   * and a block of fifty dimensions stays in the second cache.
   */
  int MOST = 1024;

  /** References of each block but the last, so that no block is much smaller than the others. */
  static int size(int references) {
    int blocks = Math.max(1, (references + MOST - 1) / MOST);
    return Math.max(1, (references + blocks - 1) / blocks);
  }

  /** References of each block but the last. */
  int size();

  /** Loads the references from {@code start}; returns how many there are. */
  int load(int start);

  /** Takes the rough distances of one query, counted from the first, to the loaded block. */
  void measure(int query);

  /**
   * The next reference of the block, from place {@code from} on, whose sum may be at most {@code
   * most}; the number of loaded references when there is none.
   *
   * @param most a sum over dimensions, see {@link Distance#sum}
   */
  int next(int from, double most);
}
