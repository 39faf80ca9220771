package org.spineregistry.synthesis.metric;

import java.util.Arrays;

/**
 * Some rows of a table.
 *
 * @param chosen 1 or 0 for each row: factors, so that loops over rows need no branch
 * @param size number of ones
 */
record RowSet(int[] chosen, int size) {
  static RowSet of(int[] chosen) {
    int size = 0;
    for (int one : chosen) {
      size += one;
    }
    return new RowSet(chosen, size);
  }

  /** The rows that both sets hold; this set itself when the other holds all of its rows. */
  RowSet and(RowSet other) {
    int[] both = new int[chosen.length];
    for (int row = 0; row < both.length; row++) {
      both[row] = chosen[row] & other.chosen[row];
    }
    RowSet common = of(both);
    return common.size == size ? this : common;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowSet set && Arrays.equals(chosen, set.chosen);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(chosen);
  }
}
