package org.spineregistry.synthesis.infer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import org.spineregistry.synthesis.csv.DecimalText;

/**
 * The numbers of a column.
 *
 * @param values different numbers in the order of their first row
 * @param counts number of rows with each
 * @param rows number of rows with a number
 * @param decimals most decimals of any
 * @param others number of rows whose text is no number
 */
record NumberTexts(double[] values, int[] counts, int rows, int decimals, int others) {
  private static final double MOST = 0.9;
  private static final int K = 5;
  private static final int[] STAND_INS = {99, 999, 9999, 99_999, -9, -99, -999, -9999};

  static NumberTexts of(ColumnTexts column) {
    DecimalText number = new DecimalText();
    double[] values = new double[column.texts().size()];
    int[] counts = new int[values.length];
    int size = 0;
    int rows = 0;
    int decimals = 0;
    for (int t = 0; t < values.length; t++) {
      byte[] text = column.texts().get(t).getBytes(StandardCharsets.UTF_8);
      if (number.read(text, 0, text.length) && Double.isFinite(number.value())) {
        values[size] = number.value();
        counts[size++] = column.counts()[t];
        rows += column.counts()[t];
        decimals = Math.max(decimals, number.decimals());
      }
    }
    return new NumberTexts(
        Arrays.copyOf(values, size),
        Arrays.copyOf(counts, size),
        rows,
        decimals,
        column.observed() - rows);
  }

  /** Whether nearly all rows hold a number, so that the others are mistakes. */
  boolean areMost() {
    return rows > 0 && rows >= MOST * (rows + others);
  }

  double minimum() {
    double minimum = Double.POSITIVE_INFINITY;
    for (double value : values) {
      minimum = Math.min(minimum, value);
    }
    return minimum;
  }

  double maximum() {
    double maximum = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      maximum = Math.max(maximum, value);
    }
    return maximum;
  }

  /** Number of rows with a value. */
  int count(double value) {
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      count += values[i] == value ? counts[i] : 0;
    }
    return count;
  }

  /** 99, -9 and their like, when at least five rows hold it and it lies far from all others. */
  OptionalInt standIn() {
    for (int candidate : STAND_INS) {
      double[] others = Arrays.stream(values).filter(value -> value != candidate).toArray();
      double least = Arrays.stream(others).min().orElse(candidate);
      double most = Arrays.stream(others).max().orElse(candidate);
      double gap = candidate > 0 ? candidate - most : least - candidate;
      if (count(candidate) >= K && gap > most - least) {
        return OptionalInt.of(candidate);
      }
    }
    return OptionalInt.empty();
  }

  /** Whether the numbers only rise or only fall from row to row. */
  boolean areMonotone() {
    boolean rising = true;
    boolean falling = true;
    for (int i = 1; i < values.length; i++) {
      rising &= values[i] > values[i - 1];
      falling &= values[i] < values[i - 1];
    }
    return rising || falling;
  }
}
