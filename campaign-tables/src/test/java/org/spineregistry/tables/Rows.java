package org.spineregistry.tables;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.synthesis.contract.Row;
import org.spineregistry.synthesis.table.Table;

/** Rows of a table, as a model or a gate would hand them to a contract. */
final class Rows {
  private Rows() {}

  static Row of(Table table, int number) {
    List<List<String>> levels = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      levels.add(table.columns().get(c).isNumber() ? List.of() : table.levels(c));
    }
    Row row = new Row(table.columns(), levels);
    for (int c = 0; c < table.columns().size(); c++) {
      boolean missing = table.isMissing(number, c);
      boolean isNumber = table.columns().get(c).isNumber();
      double cell =
          missing ? Double.NaN : isNumber ? table.numbers(c)[number] : table.codes(c)[number];
      row.set(c, cell);
    }
    return row;
  }
}
