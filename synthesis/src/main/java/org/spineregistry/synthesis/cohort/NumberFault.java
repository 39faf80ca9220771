package org.spineregistry.synthesis.cohort;

import java.util.regex.Pattern;
import org.spineregistry.synthesis.csv.CsvGrid;

/** Says why a cell is no number. */
final class NumberFault {
  private static final Pattern COMMA =
      Pattern.compile("[+-]?(?:\\d+|\\d{1,3}(?:[. ]\\d{3})+)?,\\d+");

  private NumberFault() {}

  /** {@code COMMA_DECIMAL}, {@code NOT_UTF8} or {@code NOT_A_NUMBER}. */
  static String of(CsvGrid grid, int row, int cell) {
    if (!grid.isUtf8(row, cell)) {
      return "NOT_UTF8";
    }
    boolean comma = COMMA.matcher(grid.text(row, cell).strip()).matches();
    return comma ? "COMMA_DECIMAL" : "NOT_A_NUMBER";
  }
}
