package org.spineregistry.synthesis.cohort;

/**
 * One thing wrong with a file. Never holds the text of a cell.
 *
 * @param line 1-based line on which the cell or the row starts, as an editor counts them
 * @param column what the header row calls the column; {@code #3} for the third one if no column of
 *     that name is expected, because a file without a header row has values in its place; empty for
 *     the row as a whole
 * @param rule code of the broken rule, such as {@code NOT_A_NUMBER}
 */
public record CsvProblem(int line, String column, String rule) {
  @Override
  public String toString() {
    return "line " + line + (column.isEmpty() ? "" : ", " + column) + ": " + rule;
  }
}
