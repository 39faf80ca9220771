package org.spineregistry.synthesis.metric;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.table.Table;

/**
 * A column whose values are replaced by their places among its distinct values.
 *
 * @param places 0, 1, 2, ... from the smallest value on; 0 when missing
 * @param distinct number of places, at least 1
 * @param observed rows with a value
 */
record PlacedColumn(int[] places, int distinct, RowSet observed) {

  static PlacedColumn of(Table table, int column) {
    return table.columns().get(column).isNumber()
        ? ofNumbers(table.numbers(column), table.columns().get(column).decimals())
        : ofCodes(table.codes(column), table.levels(column).size());
  }

  private static PlacedColumn ofCodes(int[] codes, int levels) {
    int[] observed = IntStream.of(codes).map(code -> code < 0 ? 0 : 1).toArray();
    int[] places = IntStream.of(codes).map(code -> Math.max(code, 0)).toArray();
    return new PlacedColumn(places, Math.max(levels, 1), RowSet.of(observed));
  }

  private static PlacedColumn ofNumbers(double[] numbers, int decimals) {
    int[] observed = new int[numbers.length];
    for (int row = 0; row < numbers.length; row++) {
      observed[row] = Double.isNaN(numbers[row]) ? 0 : 1;
    }
    RowSet rows = RowSet.of(observed);
    PlacedColumn counted = WholeNumbers.places(numbers, decimals, rows);
    return counted == null ? sorted(numbers, rows) : counted;
  }

  private static PlacedColumn sorted(double[] numbers, RowSet observed) {
    double[] sorted = new double[observed.size()];
    int values = 0;
    for (double number : numbers) {
      if (!Double.isNaN(number)) {
        sorted[values++] = withoutSignOfZero(number);
      }
    }
    Arrays.sort(sorted);
    double[] distinct = Arrays.stream(sorted).distinct().toArray();
    int[] places = new int[numbers.length];
    for (int row = 0; row < places.length; row++) {
      if (!Double.isNaN(numbers[row])) {
        places[row] = Arrays.binarySearch(distinct, withoutSignOfZero(numbers[row]));
      }
    }
    return new PlacedColumn(places, Math.max(distinct.length, 1), observed);
  }

  /** Sorting would put a negative zero, which rounding makes, below zero. */
  private static double withoutSignOfZero(double value) {
    return value + 0.0;
  }

  /** The given rows, in the given order. */
  PlacedColumn select(int[] rows) {
    int[] selected = new int[rows.length];
    int[] seen = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      selected[i] = places[rows[i]];
      seen[i] = observed.chosen()[rows[i]];
    }
    return new PlacedColumn(selected, distinct, RowSet.of(seen));
  }
}
