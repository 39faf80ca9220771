package org.spineregistry.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Variable;
import org.spineregistry.synthesis.contract.Row;
import org.spineregistry.synthesis.table.Column;

/** Reads the cells of a row as the values that rules of a campaign work with. */
final class RowFields {
  private final Map<String, Variable> variables = new HashMap<>();
  private final SetTexts sets;

  RowFields(DataDictionary dictionary) {
    dictionary.variables().forEach(variable -> variables.put(variable.name(), variable));
    this.sets = SetTexts.of(dictionary);
  }

  /**
   * The value of a variable.
   *
   * @param name of a variable
   * @return Long, Double, Boolean, String or List of String; null when missing, when the row has no
   *     such column, or when there is no such variable
   */
  Object value(Row row, Object name) {
    Variable variable = variables.get(name);
    int column = variable == null ? -1 : column(row.columns(), variable);
    Object cell = column < 0 ? null : row.value(column);
    if (cell == null) {
      return null;
    }
    return switch (variable.kind()) {
      case INTEGER -> ((Double) cell).longValue();
      case NUMBER, CHOICE, TEXT -> cell;
      case BOOLEAN -> Boolean.valueOf((String) cell);
      case CHOICES -> sets.set((String) cell);
    };
  }

  /** Mostly the place in the dictionary, because a row has all columns in its order. */
  private static int column(List<Column> columns, Variable variable) {
    int place = variable.position();
    if (place < columns.size() && columns.get(place).name().equals(variable.name())) {
      return place;
    }
    for (int c = 0; c < columns.size(); c++) {
      if (columns.get(c).name().equals(variable.name())) {
        return c;
      }
    }
    return -1;
  }
}
