package org.spineregistry.synthesis.table;

import java.util.Arrays;

/** Collects a number column. */
final class NumberCells implements Cells {
  private final Column column;
  private double[] values = new double[64];
  private int size;

  NumberCells(Column column) {
    this.column = column;
  }

  @Override
  public String add(Object cell) {
    if (cell == null) {
      push(Double.NaN);
      return null;
    }
    if (!(cell instanceof Number number)) {
      return "WRONG_TYPE";
    }
    double value = number.doubleValue();
    String rule = column.brokenRule(value);
    if (rule == null) {
      push(value == 0 ? 0 : value);
    }
    return rule;
  }

  private void push(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  @Override
  public ColumnValues values() {
    return ColumnValues.numbers(Arrays.copyOf(values, size));
  }
}
