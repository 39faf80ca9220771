package org.spineregistry.synthesis.metric;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;

/**
 * One column of a design matrix: a number as it is, or the 0/1 indicator of one level.
 *
 * @param column name of the table's column
 * @param level null for a number
 */
record DesignTerm(String column, String level) {
  /**
   * The terms of some columns: one for a number, one for each level but the first of a category.
   *
   * @param columns positions in the table
   */
  static List<DesignTerm> of(Table table, List<Integer> columns) {
    List<DesignTerm> terms = new ArrayList<>();
    for (int at : columns) {
      Column column = table.columns().get(at);
      if (column.isNumber()) {
        terms.add(new DesignTerm(column.name(), null));
      } else {
        table.levels(at).stream()
            .skip(1)
            .forEach(level -> terms.add(new DesignTerm(column.name(), level)));
      }
    }
    return terms;
  }

  /** The column, or column=level. */
  String name() {
    return level == null ? column : column + "=" + level;
  }

  /** One value a row of any table that has the column; NaN when missing. */
  double[] values(Table table) {
    int at = table.indexOf(column);
    if (level == null) {
      return table.numbers(at);
    }
    int[] codes = table.codes(at);
    int code = table.levels(at).indexOf(level);
    double[] indicator = new double[codes.length];
    for (int row = 0; row < codes.length; row++) {
      indicator[row] = codes[row] < 0 ? Double.NaN : codes[row] == code ? 1 : 0;
    }
    return indicator;
  }
}
