package org.spineregistry.synthesis.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects a category column. Open levels are ordered by name in the end, so that they do not
 * depend on which row came first.
 */
final class CategoryCells implements Cells {
  private final Column column;
  private final List<String> cells = new ArrayList<>();

  CategoryCells(Column column) {
    this.column = column;
  }

  @Override
  public String add(Object cell) {
    if (cell == null) {
      cells.add(null);
      return null;
    }
    if (!(cell instanceof CharSequence || cell instanceof Boolean || cell instanceof Enum<?>)) {
      return "WRONG_TYPE";
    }
    String level = cell instanceof Enum<?> named ? named.name() : cell.toString();
    if (level.isEmpty()) {
      return "EMPTY_LEVEL";
    }
    if (!column.levels().isEmpty() && !column.levels().contains(level)) {
      return "NOT_IN_LIST";
    }
    cells.add(level);
    return null;
  }

  @Override
  public ColumnValues values() {
    Set<String> found = new HashSet<>(cells);
    found.remove(null);
    List<String> levels = column.levelsOf(found);
    Map<String, Integer> codes = new HashMap<>();
    for (String level : levels) {
      codes.put(level, codes.size());
    }
    int[] values = cells.stream().mapToInt(level -> codes.getOrDefault(level, -1)).toArray();
    return ColumnValues.codes(values, levels);
  }
}
