package org.spineregistry.synthesis.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Rows of typed columns in schema order, held column by column. Immutable. A missing number is
 * {@code NaN}, a missing category is code -1.
 */
public final class Table {
  private final List<Column> columns;
  private final List<ColumnValues> values;
  private final int rows;

  private Table(List<Column> columns, List<ColumnValues> values, int rows) {
    this.columns = columns;
    this.values = values;
    this.rows = rows;
  }

  /**
   * A table of finished columns. For data from outside use {@link TableBuilder}, which checks every
   * cell.
   *
   * @throws IllegalArgumentException if kinds or sizes disagree or a name is used twice
   */
  public static Table of(List<Column> columns, List<ColumnValues> values) {
    if (columns.isEmpty() || columns.size() != values.size()) {
      throw new IllegalArgumentException("A table has at least one column and values for each");
    }
    int rows = values.get(0).size();
    Set<String> names = new HashSet<>();
    for (int c = 0; c < columns.size(); c++) {
      boolean numbers = values.get(c) instanceof ColumnValues.Numbers;
      String name = columns.get(c).name();
      if (columns.get(c).isNumber() != numbers || values.get(c).size() != rows) {
        throw new IllegalArgumentException(name + ": values do not fit the column or the table");
      }
      if (!names.add(name)) {
        throw new IllegalArgumentException(name + ": two columns have this name");
      }
    }
    return new Table(List.copyOf(columns), List.copyOf(values), rows);
  }

  /** Columns in schema order. */
  public List<Column> columns() {
    return columns;
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /**
   * Position of a column.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public int indexOf(String name) {
    return IntStream.range(0, columns.size())
        .filter(c -> columns.get(c).name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no column " + name));
  }

  /** Positions of the columns with a role, in schema order. */
  public List<Integer> withRole(ColumnRole role) {
    return IntStream.range(0, columns.size()).filter(c -> columns.get(c).is(role)).boxed().toList();
  }

  /**
   * Position of the primary outcome, empty when the campaign declares none.
   *
   * @throws IllegalArgumentException if two columns claim to be it
   */
  public Optional<Integer> primaryOutcome() {
    List<Integer> outcomes = withRole(ColumnRole.PRIMARY_OUTCOME);
    if (outcomes.size() > 1) {
      throw new IllegalArgumentException("Only one column can be the primary outcome");
    }
    return outcomes.stream().findFirst();
  }

  /** A copy of a number column. */
  public double[] numbers(int column) {
    return ((ColumnValues.Numbers) values.get(column)).values().clone();
  }

  /** A copy of a category column's codes. */
  public int[] codes(int column) {
    return ((ColumnValues.Codes) values.get(column)).values().clone();
  }

  /** The levels that the codes of a category column point to. */
  public List<String> levels(int column) {
    return ((ColumnValues.Codes) values.get(column)).levels();
  }

  /** Whether a cell has no value. */
  public boolean isMissing(int row, int column) {
    return values.get(column).isMissing(row);
  }

  /** Number of rows without a value in the column. */
  public int missing(int column) {
    return (int) IntStream.range(0, rows).filter(row -> isMissing(row, column)).count();
  }

  /** The given rows, in the given order; a row may be asked for twice. */
  public Table select(int[] selected) {
    return new Table(
        columns, values.stream().map(v -> v.select(selected)).toList(), selected.length);
  }

  /** The rows of all tables, one after the other; all must have the same columns and levels. */
  public static Table concatenate(List<Table> tables) {
    Table all = tables.get(0);
    for (Table next : tables.subList(1, tables.size())) {
      all = all.append(next);
    }
    return all;
  }

  private Table append(Table next) {
    if (!columns.equals(next.columns)) {
      throw new IllegalArgumentException("Tables with different columns cannot be joined");
    }
    List<ColumnValues> joined = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      joined.add(values.get(c).append(next.values.get(c)));
    }
    return new Table(columns, joined, rows + next.rows);
  }

  ColumnValues values(int column) {
    return values.get(column);
  }

  /** Shape only: a table may hold patients. */
  @Override
  public String toString() {
    return "Table[rows=" + rows + ", columns=" + columns.size() + "]";
  }
}
