package org.spineregistry.synthesis.contract;

import java.util.List;
import org.spineregistry.synthesis.table.Column;

/**
 * One row under construction or under judgement. Not thread-safe and reused from row to row: who
 * keeps a value must copy it.
 */
public final class Row {
  private final List<Column> columns;
  private final List<List<String>> levels;
  private final double[] cells;

  /**
   * @param columns in schema order
   * @param levels levels of each category column, empty for a number
   */
  public Row(List<Column> columns, List<List<String>> levels) {
    this.columns = List.copyOf(columns);
    this.levels = List.copyOf(levels);
    this.cells = new double[columns.size()];
  }

  /** Columns in schema order. */
  public List<Column> columns() {
    return columns;
  }

  /** The number, or the code of the level as a number; {@code NaN} when missing. */
  public double cell(int column) {
    return cells[column];
  }

  /** Sets a cell, see {@link #cell}. */
  public void set(int column, double cell) {
    cells[column] = cell;
  }

  /** Whether the cell has no value. */
  public boolean isMissing(int column) {
    return Double.isNaN(cells[column]);
  }

  /** A {@link Double}, the text of a level, or null when missing. */
  public Object value(int column) {
    double cell = cells[column];
    if (Double.isNaN(cell)) {
      return null;
    }
    return columns.get(column).isNumber() ? (Object) cell : levels.get(column).get((int) cell);
  }

  /**
   * Sets a cell.
   *
   * @param value as {@link #value} gives it
   * @throws IllegalArgumentException if the column has no such level
   */
  public void setValue(int column, Object value) {
    if (value == null) {
      cells[column] = Double.NaN;
    } else if (columns.get(column).isNumber()) {
      cells[column] = ((Number) value).doubleValue();
    } else {
      int code = levels.get(column).indexOf(value.toString());
      if (code < 0) {
        throw new IllegalArgumentException(columns.get(column).name() + ": no such level");
      }
      cells[column] = code;
    }
  }

  /** Shape only: a row may be a patient. */
  @Override
  public String toString() {
    return "Row[columns=" + columns.size() + "]";
  }
}
