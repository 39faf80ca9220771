package org.spineregistry.synthesis.metric;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;

/** Tables with one column changed. */
final class Tables {
  private Tables() {}

  static Table replace(Table table, String column, int[] codes) {
    int at = table.indexOf(column);
    return replace(table, at, ColumnValues.codes(codes, table.levels(at)));
  }

  static Table replace(Table table, String column, double[] numbers) {
    return replace(table, table.indexOf(column), ColumnValues.numbers(numbers));
  }

  private static Table replace(Table table, int at, ColumnValues changed) {
    List<ColumnValues> values = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      if (c == at) {
        values.add(changed);
      } else if (table.columns().get(c).isNumber()) {
        values.add(ColumnValues.numbers(table.numbers(c)));
      } else {
        values.add(ColumnValues.codes(table.codes(c), table.levels(c)));
      }
    }
    return Table.of(table.columns(), values);
  }
}
