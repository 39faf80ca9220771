package org.spineregistry.synthesis.table;

/**
 * One thing wrong with a table from outside. Never holds a value.
 *
 * @param row 0-based row, or -1 for the table as a whole
 * @param column field name, or empty for the row as a whole
 * @param rule code of the broken rule, such as {@code OUT_OF_RANGE}
 */
public record Problem(int row, String column, String rule) {
  @Override
  public String toString() {
    String place = row < 0 ? "table" : "row " + row;
    return place + (column.isEmpty() ? "" : ", " + column) + ": " + rule;
  }
}
