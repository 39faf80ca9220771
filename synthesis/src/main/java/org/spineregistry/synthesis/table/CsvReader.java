package org.spineregistry.synthesis.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.csv.CsvGrid;
import org.spineregistry.synthesis.csv.DecimalText;

/**
 * Reads a CSV whose header is the schema's columns in order. Text must be UTF-8 without a mark,
 * lines end with LF, numbers use a point. An empty cell is missing.
 *
 * <p>Rules besides those of {@link TableBuilder}: {@code NOT_UTF8}, {@code BAD_QUOTE}, {@code
 * CARRIAGE_RETURN}, {@code HEADER_MISMATCH}, {@code NOT_A_NUMBER}.
 */
public final class CsvReader {
  private final CsvGrid grid;
  private final List<Column> columns;
  private final DecimalText number = new DecimalText();
  private final List<Problem> problems = new ArrayList<>();

  private CsvReader(CsvGrid grid, List<Column> columns) {
    this.grid = grid;
    this.columns = columns;
  }

  /**
   * Reads a table.
   *
   * @param columns in schema order
   * @throws TableException if the text is no such CSV or a cell breaks a rule
   */
  public static Table read(byte[] csv, List<Column> columns) {
    CsvGrid grid = CsvGrid.canonical(csv);
    if (!grid.isUtf8()) {
      throw broken("NOT_UTF8");
    }
    if (!grid.faults().isEmpty()) {
      throw broken(grid.faults().get(0).rule());
    }
    if (!hasHeader(grid, columns)) {
      throw broken("HEADER_MISMATCH");
    }
    CsvReader reader = new CsvReader(grid, columns);
    TableBuilder builder = new TableBuilder(columns);
    for (int row = 1; row < grid.rows(); row++) {
      builder.add(reader.cells(row));
    }
    if (!reader.problems.isEmpty()) {
      throw new TableException(reader.problems);
    }
    return builder.build();
  }

  private static boolean hasHeader(CsvGrid grid, List<Column> columns) {
    return grid.rows() > 0
        && grid.cells(0) == columns.size()
        && IntStream.range(0, columns.size())
            .allMatch(c -> grid.text(0, c).equals(columns.get(c).name()));
  }

  private List<Object> cells(int row) {
    List<Object> cells = new ArrayList<>(grid.cells(row));
    for (int c = 0; c < grid.cells(row); c++) {
      boolean isNumber = c < columns.size() && columns.get(c).isNumber();
      cells.add(isNumber ? number(row, c) : text(row, c));
    }
    return cells;
  }

  private String text(int row, int cell) {
    String text = grid.text(row, cell);
    return text.isEmpty() ? null : text;
  }

  private Double number(int row, int cell) {
    int start = grid.first(row, cell);
    int end = grid.last(row, cell);
    if (start == end) {
      return null;
    }
    if (number.read(grid.bytes(), start, end) && number.isPlain()) {
      return number.value();
    }
    problems.add(new Problem(row - 1, columns.get(cell).name(), "NOT_A_NUMBER"));
    return null;
  }

  static TableException broken(String rule) {
    return new TableException(List.of(new Problem(-1, "", rule)));
  }
}
