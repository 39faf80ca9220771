package org.spineregistry.synthesis.fidelity;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.synthesis.contract.Row;
import org.spineregistry.synthesis.table.Table;

/** Copies the rows of a table, one at a time, into a {@link Row}. Not thread-safe. */
final class RowReader {
  private final double[][] cells;
  private final Row row;

  RowReader(Table table) {
    this.cells = new double[table.columns().size()][];
    List<List<String>> levels = new ArrayList<>();
    for (int c = 0; c < cells.length; c++) {
      boolean number = table.columns().get(c).isNumber();
      levels.add(number ? List.of() : table.levels(c));
      cells[c] = number ? table.numbers(c) : codes(table.codes(c));
    }
    this.row = new Row(table.columns(), levels);
  }

  /** The row that {@link #read} fills. */
  Row row() {
    return row;
  }

  void read(int number) {
    for (int c = 0; c < cells.length; c++) {
      row.set(c, cells[c][number]);
    }
  }

  private static double[] codes(int[] codes) {
    double[] cells = new double[codes.length];
    for (int r = 0; r < codes.length; r++) {
      cells[r] = codes[r] < 0 ? Double.NaN : codes[r];
    }
    return cells;
  }
}
