package org.spineregistry.tables;

import java.util.AbstractMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.spineregistry.synthesis.contract.Row;
import org.spineregistry.synthesis.table.Column;

/** A row as a map from variable to value, without a copy. Valid until the row changes. */
final class RowView extends AbstractMap<String, Object> {
  private final RowFields fields;
  private final Row row;

  RowView(RowFields fields, Row row) {
    this.fields = fields;
    this.row = row;
  }

  @Override
  public Object get(Object name) {
    return fields.value(row, name);
  }

  @Override
  public boolean containsKey(Object name) {
    return get(name) != null;
  }

  /** Slow; nobody asks for all values of a row. */
  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    Set<Map.Entry<String, Object>> entries = new LinkedHashSet<>();
    for (Column column : row.columns()) {
      Object value = get(column.name());
      if (value != null) {
        entries.add(Map.entry(column.name(), value));
      }
    }
    return entries;
  }

  /** Shape only: a row may be a patient. */
  @Override
  public String toString() {
    return "RowView[" + row + "]";
  }
}
