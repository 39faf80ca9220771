package org.spineregistry.synthesis.cohort;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.spineregistry.synthesis.csv.CsvGrid;

/** Finds the columns of a layout in the header row of a file. */
final class HeaderRow {
  private final Map<String, Integer> cells = new HashMap<>();
  private final String[] names;

  /**
   * @param problems receives {@code DUPLICATE_COLUMN}, {@code UNKNOWN_COLUMN} and {@code
   *     MISSING_COLUMN}
   */
  HeaderRow(CsvGrid grid, CohortLayout layout, ProblemList problems) {
    Set<String> known = new HashSet<>(layout.others());
    layout.columns().forEach(column -> known.add(column.name()));
    known.addAll(layout.caseIds());
    layout.sites().forEach(site -> known.add(site.name()));
    this.names = new String[grid.cells(0)];
    for (int cell = 0; cell < names.length; cell++) {
      String name = grid.text(0, cell).strip();
      names[cell] = known.contains(name) ? name : "#" + (cell + 1);
      if (!known.contains(name)) {
        problems.add(0, cell, names[cell], "UNKNOWN_COLUMN");
      } else if (cells.putIfAbsent(name, cell) != null) {
        problems.add(0, cell, name, "DUPLICATE_COLUMN");
      }
    }
    layout.columns().forEach(column -> require(column.name(), problems));
  }

  private void require(String name, ProblemList problems) {
    if (!cells.containsKey(name)) {
      problems.add(0, 0, name, "MISSING_COLUMN");
    }
  }

  /** What a problem calls the column of a cell. */
  String name(int cell) {
    return cell < names.length ? names[cell] : "";
  }

  boolean has(String name) {
    return cells.containsKey(name);
  }

  /** The cell of a column in every row; -1 if the file does not have it. */
  int cell(String name) {
    return cells.getOrDefault(name, -1);
  }
}
