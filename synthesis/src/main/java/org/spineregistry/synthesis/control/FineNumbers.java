package org.spineregistry.synthesis.control;

import java.util.stream.IntStream;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.table.Table;

/**
 * Number columns in which a fault of one column can be planted: half of the patients or more have a
 * value, and a quarter of a standard deviation survives rounding, so that a shift is a shift.
 */
final class FineNumbers {
  private static final double SDS = 0.25;

  private FineNumbers() {}

  /** One of them at random; -1 when there is none. */
  static int one(Table patients, RandomStream stream, long attempt) {
    int[] columns =
        IntStream.range(0, patients.columns().size()).filter(c -> isFine(patients, c)).toArray();
    return columns.length == 0
        ? -1
        : columns[(int) (stream.uniform(0, attempt, 0) * columns.length)];
  }

  private static boolean isFine(Table patients, int column) {
    return patients.columns().get(column).isNumber()
        && 2 * patients.missing(column) <= patients.rows()
        && SDS * Faults.sd(patients.numbers(column))
            >= StrictMath.pow(10, -patients.columns().get(column).decimals());
  }
}
