package org.spineregistry.synthesis.infer;

import java.util.List;
import org.spineregistry.synthesis.table.Column;

/**
 * A column of the file and what it seems to be.
 *
 * @param name what the header row calls it
 * @param finding what it seems to be
 * @param column with its roles; null if it is no variable
 * @param rounded whether numbers must be rounded to the column's decimals when read
 * @param missing share of rows without a value, 0 to 1
 * @param notes sentences on what was inferred and what to check; they hold no value of a patient
 */
public record InferredColumn(
    String name,
    Finding finding,
    Column column,
    boolean rounded,
    double missing,
    List<String> notes) {
  public InferredColumn {
    notes = List.copyOf(notes);
    if (finding.isVariable() != (column != null)) {
      throw new IllegalArgumentException(name + ": a variable, and nothing else, is a column");
    }
  }
}
