package org.spineregistry.synthesis.metric;

/**
 * Rough distances of queries to blocks of references, good enough to tell which references need not
 * be looked at: what it passes over is farther away than asked for, whatever the rounding. The
 * inner loops run over references with narrow numbers, so that the compiler turns them into wide
 * vector instructions. Not thread-safe.
 */
interface Screen {
  /** References of a block: a constant, so that the loops have a known length. */
  int SIZE = 128;

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
