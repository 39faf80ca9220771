package org.spineregistry.cli.certify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.spineregistry.synthesis.run.RunResult;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;

/**
 * Columns whose levels and ranges are those of the rows that are released, which gate P6 has
 * judged: an inferred schema has those of single patients.
 */
final class ShownColumns {
  private ShownColumns() {}

  static List<Column> of(List<Column> columns, RunResult result) {
    List<Table> tables = result.datasets().stream().map(dataset -> dataset.table()).toList();
    List<Column> shown = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      Column column = columns.get(c);
      if (column.isNumber()) {
        shown.add(ranged(column, tables, c));
      } else if (column.isOpen()) {
        shown.add(column);
      } else {
        Set<String> used = used(tables, c);
        shown.add(column.withLevels(column.levels().stream().filter(used::contains).toList()));
      }
    }
    return shown;
  }

  private static Column ranged(Column column, List<Table> tables, int position) {
    DoubleSummaryStatistics cells =
        tables.stream()
            .flatMapToDouble(table -> Arrays.stream(table.numbers(position)))
            .filter(cell -> !Double.isNaN(cell))
            .summaryStatistics();
    return cells.getCount() == 0
        ? column.between(null, null)
        : column.between(cells.getMin(), cells.getMax());
  }

  private static Set<String> used(List<Table> tables, int column) {
    Set<String> used = new HashSet<>();
    for (Table table : tables) {
      for (int code : table.codes(column)) {
        if (code >= 0) {
          used.add(table.levels(column).get(code));
        }
      }
    }
    return used;
  }
}
