package org.spineregistry.synthesis.metric;

/**
 * Mid-ranks of one column among some rows, less their mean, doubled: whole numbers, so that sums of
 * their products are exact in any order.
 *
 * @param column number of the column
 * @param twice doubled deviation of each row, 0 in rows that do not count
 * @param squares sum of their squares
 */
record Deviations(int column, int[] twice, long squares) {
  /**
   * Ranks some rows of a column by counting.
   *
   * @param rows that count, all of which have a value
   */
  static Deviations of(int column, PlacedColumn values, RowSet rows) {
    int[] places = values.places();
    int[] counts = new int[values.distinct()];
    int[] chosen = rows.chosen();
    for (int row = 0; row < places.length; row++) {
      counts[places[row]] += chosen[row];
    }
    int below = 0;
    for (int place = 0; place < counts.length; place++) {
      int count = counts[place];
      counts[place] = 2 * below + count - rows.size();
      below += count;
    }
    int[] twice = new int[places.length];
    for (int row = 0; row < places.length; row++) {
      twice[row] = chosen[row] * counts[places[row]];
    }
    return new Deviations(column, twice, products(twice, twice));
  }

  /** Spearman's correlation with another column over the same rows; NaN when one is constant. */
  double correlation(Deviations other) {
    return squares > 0 && other.squares > 0
        ? products(twice, other.twice) / Math.sqrt((double) squares * other.squares)
        : Double.NaN;
  }

  private static long products(int[] x, int[] y) {
    long sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (long) x[i] * y[i];
    }
    return sum;
  }
}
