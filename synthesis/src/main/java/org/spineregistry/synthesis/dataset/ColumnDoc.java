package org.spineregistry.synthesis.dataset;

import java.util.List;
import java.util.Map;
import org.spineregistry.synthesis.table.Column;

/**
 * What a campaign says of a column beside its type.
 *
 * @param doc a sentence or two; empty when there is none
 * @param unit of a number; empty when there is none
 */
public record ColumnDoc(String doc, String unit) {
  static final ColumnDoc NONE = new ColumnDoc("", "");
  private static final List<String> BOOLEAN = List.of("false", "true");

  static ColumnDoc of(Column column, Map<String, ColumnDoc> docs) {
    return docs.getOrDefault(column.name(), NONE);
  }

  /** {@code integer}, {@code number}, {@code boolean} or {@code category}. */
  static String type(Column column) {
    if (column.isNumber()) {
      return column.decimals() == 0 ? "integer" : "number";
    }
    return column.levels().equals(BOOLEAN) ? "boolean" : "category";
  }
}
