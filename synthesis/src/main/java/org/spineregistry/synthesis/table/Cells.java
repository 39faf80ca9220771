package org.spineregistry.synthesis.table;

/** The growing values of one column. */
interface Cells {
  /**
   * Adds one cell.
   *
   * @param cell null when missing
   * @return the code of the rule that the cell breaks, or null
   */
  String add(Object cell);

  /** The values added so far, in order. */
  ColumnValues values();
}
