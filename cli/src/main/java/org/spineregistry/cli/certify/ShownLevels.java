package org.spineregistry.cli.certify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.spineregistry.synthesis.run.Dataset;
import org.spineregistry.synthesis.run.RunResult;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;

/** Columns whose levels are only those that rows of the release show, which gate P6 has judged. */
final class ShownLevels {
  private ShownLevels() {}

  static List<Column> of(List<Column> columns, RunResult result) {
    List<Column> shown = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      Column column = columns.get(c);
      if (column.isNumber() || column.levels().isEmpty()) {
        shown.add(column);
      } else {
        Set<String> used = used(result, c);
        shown.add(column.withLevels(column.levels().stream().filter(used::contains).toList()));
      }
    }
    return shown;
  }

  private static Set<String> used(RunResult result, int column) {
    Set<String> used = new HashSet<>();
    for (Dataset dataset : result.datasets()) {
      Table table = dataset.table();
      for (int code : table.codes(column)) {
        if (code >= 0) {
          used.add(table.levels(column).get(code));
        }
      }
    }
    return used;
  }
}
