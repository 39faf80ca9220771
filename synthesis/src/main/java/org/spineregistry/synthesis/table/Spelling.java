package org.spineregistry.synthesis.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What a file calls the columns and levels of a schema.
 *
 * @param columns name in the schema to name in the file; a column that is not named keeps its own
 * @param levels by the column's name in the schema: level to text of the file; likewise
 */
public record Spelling(Map<String, String> columns, Map<String, Map<String, String>> levels) {
  public Spelling {
    columns = Map.copyOf(columns);
    levels = Map.copyOf(levels);
  }

  /** The schema's own. */
  public static Spelling none() {
    return new Spelling(Map.of(), Map.of());
  }

  /** What the file calls a column. */
  public String name(String column) {
    return columns.getOrDefault(column, column);
  }

  /** The column as the file calls it and its levels. */
  public Column of(Column column) {
    return new Column(
        name(column.name()),
        column.kind(),
        column.decimals(),
        column.minimum(),
        column.maximum(),
        texts(column, column.levels()),
        column.ordered(),
        other(column),
        column.roles());
  }

  private String other(Column column) {
    int place = column.other() == null ? -1 : column.levels().indexOf(column.other());
    return place < 0 ? column.other() : texts(column, column.levels()).get(place);
  }

  /** The table as the file calls its columns and levels; the same rows in the same order. */
  public Table of(Table table) {
    List<Column> columns = table.columns();
    List<ColumnValues> values = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      ColumnValues cells = table.values(c);
      values.add(
          cells instanceof ColumnValues.Codes codes
              ? ColumnValues.codes(codes.values(), texts(columns.get(c), codes.levels()))
              : cells);
    }
    return Table.of(columns.stream().map(this::of).toList(), values);
  }

  /** Two levels with one text would no longer be two: then the schema's own stay. */
  private List<String> texts(Column column, List<String> all) {
    Map<String, String> texts = levels.getOrDefault(column.name(), Map.of());
    List<String> spelt = all.stream().map(level -> texts.getOrDefault(level, level)).toList();
    return new HashSet<>(spelt).size() == all.size() ? spelt : all;
  }
}
