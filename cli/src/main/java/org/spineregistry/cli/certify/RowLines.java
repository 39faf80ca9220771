package org.spineregistry.cli.certify;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.spineregistry.synthesis.table.CsvWriter;
import org.spineregistry.synthesis.table.Table;

/**
 * The rows of a table in whatever order, so that tables can be compared that a tool has sorted
 * anew.
 *
 * @param sorted texts of the rows
 */
record RowLines(List<String> sorted) {
  static RowLines of(Table table) {
    String rows = new String(CsvWriter.writeRows(table), StandardCharsets.UTF_8);
    return new RowLines(rows.lines().sorted().toList());
  }

  /** How many rows the other table has too. */
  long sharedWith(RowLines other) {
    Set<String> others = new HashSet<>(other.sorted);
    return sorted.stream().filter(others::contains).count();
  }
}
