package org.spineregistry.cli.schema;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spineregistry.synthesis.csv.CsvGrid;

/**
 * Finds quoted cells of many lines. A remark may have some; two quotes that stand in a file by
 * mistake make one cell of all patients between them.
 */
public final class LongCells {
  private static final int MOST_LINES = 5;
  private static final int LISTED = 10;

  private LongCells() {}

  /** A sentence on each of the first ten; it names lines and column, nothing of the cell. */
  public static List<String> warnings(Path name, byte[] file) {
    List<String> warnings = new ArrayList<>();
    if (!hasQuote(file)) {
      return warnings; // the file need not be scanned once more
    }
    CsvGrid grid = CsvGrid.lenient(file);
    for (int row = 1; row < grid.rows() && warnings.size() < LISTED; row++) {
      boolean last = row + 1 == grid.rows();
      if (last || grid.line(row + 1, 0) - grid.line(row, 0) > MOST_LINES) {
        add(warnings, name, grid, row);
      }
    }
    return warnings;
  }

  private static void add(List<String> warnings, Path name, CsvGrid grid, int row) {
    for (int cell = 0; cell < grid.cells(row); cell++) {
      int lines = 0;
      for (int at = grid.first(row, cell); at < grid.last(row, cell); at++) {
        lines += grid.bytes()[at] == '\n' ? 1 : 0;
      }
      if (lines > MOST_LINES) {
        int first = grid.line(row, cell);
        String column = cell < grid.cells(0) ? " of " + grid.text(0, cell).strip() : "";
        warnings.add(
            "Warning: "
                + name.getFileName()
                + ", lines "
                + first
                + " to "
                + (first + lines)
                + " are one quoted cell"
                + column
                + ": if the two quotes that stand there are a mistake, the patients between them are lost.");
      }
    }
  }

  private static boolean hasQuote(byte[] file) {
    for (byte b : file) {
      if (b == '"') {
        return true;
      }
    }
    return false;
  }
}
