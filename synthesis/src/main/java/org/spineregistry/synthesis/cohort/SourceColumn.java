package org.spineregistry.synthesis.cohort;

import org.spineregistry.synthesis.table.Column;

/**
 * A column of the table and where it comes from.
 *
 * @param column what it is in the table
 * @param name what the header row of the file calls it
 * @param levels how the file writes its levels; null for a number
 * @param rounded whether a number is rounded to the column's decimals, halves to even
 * @param required whether an empty cell is a problem
 */
public record SourceColumn(
    Column column, String name, LevelText levels, boolean rounded, boolean required) {
  public SourceColumn {
    if (column.isNumber() != (levels == null)) {
      throw new IllegalArgumentException(column.name() + ": a category, and no number, has levels");
    }
  }
}
