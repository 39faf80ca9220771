package org.spineregistry.synthesis.table;

import java.util.Arrays;
import java.util.List;

/**
 * The values of one column. Arrays handed in belong to the column from then on and must not be
 * changed.
 */
public sealed interface ColumnValues {
  /** Number of rows. */
  int size();

  /** Whether the row has no value. */
  boolean isMissing(int row);

  /** The given rows, in the given order. */
  ColumnValues select(int[] rows);

  /** These values followed by those of {@code next}, which must be of the same form. */
  ColumnValues append(ColumnValues next);

  /** Numbers; {@code NaN} is a missing value. */
  static ColumnValues numbers(double[] values) {
    return new Numbers(values);
  }

  /** Codes into {@code levels}; -1 is a missing value. */
  static ColumnValues codes(int[] values, List<String> levels) {
    return new Codes(values, List.copyOf(levels));
  }

  /** Values of a number column. */
  record Numbers(double[] values) implements ColumnValues {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public boolean isMissing(int row) {
      return Double.isNaN(values[row]);
    }

    @Override
    public ColumnValues select(int[] rows) {
      return new Numbers(Arrays.stream(rows).mapToDouble(row -> values[row]).toArray());
    }

    @Override
    public ColumnValues append(ColumnValues next) {
      double[] other = ((Numbers) next).values;
      double[] all = Arrays.copyOf(values, values.length + other.length);
      System.arraycopy(other, 0, all, values.length, other.length);
      return new Numbers(all);
    }
  }

  /** Values of a category column. */
  record Codes(int[] values, List<String> levels) implements ColumnValues {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public boolean isMissing(int row) {
      return values[row] < 0;
    }

    @Override
    public ColumnValues select(int[] rows) {
      return new Codes(Arrays.stream(rows).map(row -> values[row]).toArray(), levels);
    }

    @Override
    public ColumnValues append(ColumnValues next) {
      Codes other = (Codes) next;
      if (!levels.equals(other.levels)) {
        throw new IllegalArgumentException("Tables with different levels cannot be joined");
      }
      int[] all = Arrays.copyOf(values, values.length + other.values.length);
      System.arraycopy(other.values, 0, all, values.length, other.values.length);
      return new Codes(all, levels);
    }
  }
}
