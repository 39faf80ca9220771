package org.spineregistry.synthesis.table;

import java.util.List;

/**
 * Writes the canonical CSV of a table: UTF-8 without mark, LF after every line, a header row,
 * columns in schema order, numbers with exactly their decimals, an empty cell for a missing value,
 * quotes only around a text with comma, quote, CR or LF. The same table always gives the same
 * bytes.
 */
public final class CsvWriter {
  private final Table table;
  private final CellWriter[] cells;
  private final CsvBuffer out;

  private CsvWriter(Table table) {
    this.table = table;
    this.cells = new CellWriter[table.columns().size()];
    for (int c = 0; c < cells.length; c++) {
      cells[c] = cellWriter(table.columns().get(c), table.values(c));
    }
    this.out = new CsvBuffer(1024 + 8 * table.rows() * cells.length);
  }

  /** The table as CSV. */
  public static byte[] write(Table table) {
    CsvWriter writer = new CsvWriter(table);
    writer.header();
    writer.rows();
    return writer.out.toBytes();
  }

  /** The rows of the table without their header, so that threads can share a large file. */
  public static byte[] writeRows(Table table) {
    CsvWriter writer = new CsvWriter(table);
    writer.rows();
    return writer.out.toBytes();
  }

  /**
   * The table with one more text column in front, such as the case ids of a cohort.
   *
   * @param header name of the column in front
   * @param keys one text for each row
   */
  public static byte[] write(Table table, String header, List<String> keys) {
    if (keys.size() != table.rows()) {
      throw new IllegalArgumentException("There must be one key for each row");
    }
    CsvWriter writer = new CsvWriter(table);
    writer.key(header);
    writer.header();
    for (int row = 0; row < table.rows(); row++) {
      writer.key(keys.get(row));
      writer.row(row);
    }
    return writer.out.toBytes();
  }

  private void key(String key) {
    out.put(CsvBuffer.cell(key));
    out.put(',');
  }

  private void header() {
    for (int c = 0; c < cells.length; c++) {
      if (c > 0) {
        out.put(',');
      }
      out.put(CsvBuffer.cell(table.columns().get(c).name()));
    }
    out.put('\n');
  }

  private void rows() {
    for (int row = 0; row < table.rows(); row++) {
      row(row);
    }
  }

  private void row(int row) {
    for (int c = 0; c < cells.length; c++) {
      if (c > 0) {
        out.put(',');
      }
      cells[c].write(out, row);
    }
    out.put('\n');
  }

  private static CellWriter cellWriter(Column column, ColumnValues values) {
    if (values instanceof ColumnValues.Numbers numbers) {
      double[] cells = numbers.values();
      int decimals = column.decimals();
      return (out, row) -> out.put(cells[row], decimals);
    }
    ColumnValues.Codes codes = (ColumnValues.Codes) values;
    byte[][] levels = codes.levels().stream().map(CsvBuffer::cell).toArray(byte[][]::new);
    int[] cells = codes.values();
    return (out, row) -> {
      if (cells[row] >= 0) {
        out.put(levels[cells[row]]);
      }
    };
  }

  /** Writes one cell of a column. */
  private interface CellWriter {
    void write(CsvBuffer out, int row);
  }
}
