package org.spineregistry.synthesis.cohort;

/** Takes the cells of one column in the order of the rows. Not thread-safe. */
interface CellReader {
  /**
   * Takes a cell that has a value.
   *
   * @param row of the table, from 0
   * @param start first byte of its text
   * @param end byte after its text
   * @return the rule that the cell breaks, or null
   */
  String read(int row, int start, int end);

  /** Whether a cell without a value breaks a rule. */
  boolean isRequired();
}
