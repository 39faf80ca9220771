package org.spineregistry.synthesis.missing;

import java.util.Arrays;
import java.util.List;

/**
 * Columns with the same missing rows.
 *
 * @param columns positions by name; grows while groups are collected
 * @param rows which rows miss them
 */
record MissingRows(List<Integer> columns, boolean[] rows) {
  int count() {
    int count = 0;
    for (boolean missing : rows) {
      count += missing ? 1 : 0;
    }
    return count;
  }

  /** Share of rows that miss the columns. */
  double rate() {
    return (double) count() / rows.length;
  }

  /** The rows as a key. */
  record Key(int count, boolean[] rows) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return count != other.count
          ? Integer.compare(count, other.count)
          : Arrays.compare(rows, other.rows);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && compareTo(key) == 0;
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(rows);
    }
  }
}
