package org.spineregistry.synthesis.cohort;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.spineregistry.synthesis.csv.CsvGrid;

/** Says why a text is no number. A class of its own, since a good file never needs the pattern. */
final class NumberFault {
  private static final Pattern COMMA =
      Pattern.compile("[+-]?(?:\\d+|\\d{1,3}(?:[. ]\\d{3})+)?,\\d+");

  private NumberFault() {}

  /** {@code NOT_UTF8}, {@code COMMA_DECIMAL} or {@code NOT_A_NUMBER}. */
  static String of(CsvGrid grid, int start, int end) {
    if (!grid.isUtf8(start, end)) {
      return "NOT_UTF8";
    }
    String text = new String(grid.bytes(), start, end - start, StandardCharsets.UTF_8);
    return COMMA.matcher(text).matches() ? "COMMA_DECIMAL" : "NOT_A_NUMBER";
  }
}
