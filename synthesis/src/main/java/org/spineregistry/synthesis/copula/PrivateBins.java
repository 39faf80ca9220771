package org.spineregistry.synthesis.copula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Decimal;
import org.spineregistry.synthesis.table.Table;

/**
 * What is counted of one column: the levels of the schema, or parts of a number's range. Values of
 * a number are counted in units of its last decimal from the minimum of the schema on.
 *
 * @param column of the schema
 * @param starts first unit of each part, rising from 0
 * @param end unit behind the last part
 */
record PrivateBins(Column column, long[] starts, long end) {
  /** Parts of a number's range: more of them would hold noise only. */
  private static final int PARTS = 16;

  /** The levels, or even parts of the whole range. */
  static PrivateBins of(Column column) {
    if (!column.isNumber()) {
      int levels = column.levels().size();
      return new PrivateBins(column, IntStream.range(0, levels).asLongStream().toArray(), levels);
    }
    long units = unit(column, column.maximum()) + 1;
    return new PrivateBins(column, even(0, units, PARTS), units);
  }

  /**
   * Finer parts where the counts are, coarse ones where the noise is; levels stay.
   *
   * @param counts of these bins, not negative
   */
  PrivateBins refined(double[] counts) {
    if (!column.isNumber()) {
      return this;
    }
    double total = Arrays.stream(counts).sum();
    List<Long> finer = new ArrayList<>();
    for (int bin = 0; bin < starts.length; bin++) {
      int parts = (int) Math.max(1, Math.ceil(PARTS * counts[bin] / total));
      for (long start : even(starts[bin], next(bin), parts)) {
        finer.add(start);
      }
    }
    return new PrivateBins(column, finer.stream().mapToLong(start -> start).toArray(), end);
  }

  private static long[] even(long from, long to, int parts) {
    int count = (int) Math.min(parts, to - from);
    return IntStream.range(0, count)
        .mapToLong(part -> from + Math.round((double) (to - from) * part / count))
        .toArray();
  }

  private long next(int bin) {
    return bin + 1 < starts.length ? starts[bin + 1] : end;
  }

  /** Number of bins. */
  int size() {
    return starts.length;
  }

  /** The bin of each row, -1 for a missing cell. */
  int[] of(Table cohort, int position) {
    if (!column.isNumber()) {
      return cohort.codes(position);
    }
    return Arrays.stream(cohort.numbers(position))
        .mapToInt(value -> Double.isNaN(value) ? -1 : binOf(unit(column, value)))
        .toArray();
  }

  private int binOf(long unit) {
    long inside = Math.max(0, Math.min(end - 1, unit));
    int found = Arrays.binarySearch(starts, inside);
    return found >= 0 ? found : -found - 2;
  }

  /** Whether a bin holds one value only. */
  boolean isSingle(int bin) {
    return next(bin) - starts[bin] == 1;
  }

  /** A value of a number's bin, the one at a share of its width. */
  double value(int bin, double share) {
    long unit = starts[bin] + (long) (share * (next(bin) - starts[bin]));
    double value = column.minimum() + unit * StrictMath.pow(10, -column.decimals());
    return Decimal.round(value, column.decimals());
  }

  private static long unit(Column column, double value) {
    return Math.round((value - column.minimum()) * StrictMath.pow(10, column.decimals()));
  }
}
