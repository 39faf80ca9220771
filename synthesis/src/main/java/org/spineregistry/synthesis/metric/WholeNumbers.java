package org.spineregistry.synthesis.metric;

/** Places of numbers with few decimals by counting, without a search. */
final class WholeNumbers {
  /** A longer table of values than this times the rows costs more than sorting. */
  private static final int LONGEST = 8;

  private WholeNumbers() {}

  /**
   * The places of a column whose values are whole numbers of its last decimal.
   *
   * @return null when they are not, or lie too far apart to be counted
   */
  static PlacedColumn places(double[] numbers, int decimals, RowSet observed) {
    double scale = StrictMath.pow(10, decimals);
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (double number : numbers) {
      if (!Double.isNaN(number)) {
        double whole = Math.rint(number * scale);
        if (whole / scale != number) {
          return null;
        }
        lowest = Math.min(lowest, whole);
        highest = Math.max(highest, whole);
      }
    }
    boolean near = highest - lowest < (double) LONGEST * numbers.length;
    if (observed.size() == 0 || !near) {
      return null;
    }
    int[] places = new int[numbers.length];
    int[] placeOf = new int[(int) (highest - lowest) + 1];
    for (int row = 0; row < places.length; row++) {
      if (observed.chosen()[row] == 1) {
        places[row] = (int) (Math.rint(numbers[row] * scale) - lowest);
        placeOf[places[row]] = 1;
      }
    }
    int distinct = 0;
    for (int value = 0; value < placeOf.length; value++) {
      int seen = placeOf[value];
      placeOf[value] = distinct;
      distinct += seen;
    }
    for (int row = 0; row < places.length; row++) {
      places[row] = observed.chosen()[row] * placeOf[places[row]];
    }
    return new PlacedColumn(places, distinct, observed);
  }
}
