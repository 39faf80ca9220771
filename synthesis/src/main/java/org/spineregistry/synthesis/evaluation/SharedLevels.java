package org.spineregistry.synthesis.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;

/** Gives tables of one schema the same levels, so that their codes mean the same. */
final class SharedLevels {
  private SharedLevels() {}

  /**
   * Recodes the columns whose levels differ to all levels of all tables, by name.
   *
   * @param tables with the same columns
   * @return in their order
   */
  static List<Table> of(List<Table> tables) {
    List<List<ColumnValues>> values = new ArrayList<>();
    tables.forEach(table -> values.add(new ArrayList<>()));
    for (int c = 0; c < tables.get(0).columns().size(); c++) {
      int column = c;
      boolean number = tables.get(0).columns().get(c).isNumber();
      List<String> levels = number ? List.of() : levels(tables, column);
      for (int t = 0; t < tables.size(); t++) {
        Table table = tables.get(t);
        values
            .get(t)
            .add(
                number
                    ? ColumnValues.numbers(table.numbers(column))
                    : ColumnValues.codes(codes(table, column, levels), levels));
      }
    }
    List<Table> shared = new ArrayList<>();
    for (int t = 0; t < tables.size(); t++) {
      shared.add(Table.of(tables.get(t).columns(), values.get(t)));
    }
    return shared;
  }

  private static List<String> levels(List<Table> tables, int column) {
    List<String> first = tables.get(0).levels(column);
    return tables.stream().allMatch(table -> table.levels(column).equals(first))
        ? first
        : tables.stream().flatMap(t -> t.levels(column).stream()).distinct().sorted().toList();
  }

  private static int[] codes(Table table, int column, List<String> levels) {
    int[] places = table.levels(column).stream().mapToInt(levels::indexOf).toArray();
    int[] codes = table.codes(column);
    for (int row = 0; row < codes.length; row++) {
      codes[row] = codes[row] < 0 ? codes[row] : places[codes[row]];
    }
    return codes;
  }
}
