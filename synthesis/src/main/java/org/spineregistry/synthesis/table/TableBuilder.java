package org.spineregistry.synthesis.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Builds a table row by row and checks every cell against its column. All problems are reported at
 * once by {@link #build}; a table with a problem is never built.
 *
 * <p>Rules: {@code CELL_COUNT}, {@code WRONG_TYPE}, {@code NOT_FINITE}, {@code OUT_OF_RANGE},
 * {@code TOO_MANY_DECIMALS}, {@code TOO_LARGE}, {@code NOT_IN_LIST}, {@code EMPTY_LEVEL}.
 */
public final class TableBuilder {
  private static final int MAXIMUM_PROBLEMS = 1000;

  private final List<Column> columns;
  private final List<Cells> cells = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int rows;

  /**
   * @param columns in schema order
   */
  public TableBuilder(List<Column> columns) {
    this.columns = List.copyOf(columns);
    for (Column column : columns) {
      cells.add(column.isNumber() ? new NumberCells(column) : new CategoryCells(column));
    }
  }

  /**
   * Adds a row.
   *
   * @param row one cell for each column: null is missing; a {@link Number} for a number; a {@link
   *     CharSequence}, {@link Boolean} or {@link Enum} for a category
   */
  public TableBuilder add(List<?> row) {
    if (row.size() == columns.size()) {
      for (int c = 0; c < row.size(); c++) {
        report(columns.get(c).name(), cells.get(c).add(row.get(c)));
      }
    } else {
      report("", "CELL_COUNT");
    }
    rows++;
    return this;
  }

  /**
   * The table of all rows so far.
   *
   * @throws TableException if any cell broke a rule
   */
  public Table build() {
    if (!problems.isEmpty()) {
      throw new TableException(problems);
    }
    return Table.of(columns, cells.stream().map(Cells::values).toList());
  }

  private void report(String column, String rule) {
    if (rule != null && problems.size() < MAXIMUM_PROBLEMS) {
      problems.add(new Problem(rows, column, rule));
    }
  }
}
