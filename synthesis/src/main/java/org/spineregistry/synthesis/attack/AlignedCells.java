package org.spineregistry.synthesis.attack;

import java.util.List;
import org.spineregistry.synthesis.table.Table;

/**
 * Cells of one table in the terms of another, so that equal cells are equal numbers although two
 * files may list open levels differently.
 */
final class AlignedCells {
  private AlignedCells() {}

  /**
   * Cells of a column.
   *
   * @param reference has the same columns
   * @return for each row its number, or the code that its level has in the reference, a level
   *     unknown there having a code of its own; NaN when missing
   */
  static double[] of(Table table, Table reference, int column) {
    if (table.columns().get(column).isNumber()) {
      return table.numbers(column);
    }
    double[] codes = codes(table.levels(column), reference.levels(column));
    int[] own = table.codes(column);
    double[] cells = new double[own.length];
    for (int row = 0; row < cells.length; row++) {
      cells[row] = own[row] < 0 ? Double.NaN : codes[own[row]];
    }
    return cells;
  }

  private static double[] codes(List<String> levels, List<String> reference) {
    double[] codes = new double[levels.size()];
    for (int code = 0; code < codes.length; code++) {
      int known = reference.indexOf(levels.get(code));
      codes[code] = known >= 0 ? known : reference.size() + code;
    }
    return codes;
  }

  /** Cells of all columns. */
  static double[][] of(Table table, Table reference) {
    double[][] cells = new double[table.columns().size()][];
    for (int column = 0; column < cells.length; column++) {
      cells[column] = of(table, reference, column);
    }
    return cells;
  }
}
