package org.spineregistry.synthesis.condition;

import java.util.List;
import java.util.Set;
import org.spineregistry.synthesis.table.Column;

/**
 * What conditions may speak of.
 *
 * @param columns in schema order
 * @param levels that the codes of each category column point to, empty for a number
 * @param derived names of the columns that are computed from others
 * @param header names of the columns that identify a record and are never modelled
 */
public record ConditionScope(
    List<Column> columns, List<List<String>> levels, Set<String> derived, Set<String> header) {
  public ConditionScope {
    columns = List.copyOf(columns);
    levels = List.copyOf(levels);
    derived = Set.copyOf(derived);
    header = Set.copyOf(header);
  }

  /** Position of a column, -1 when there is none of that name. */
  public int indexOf(String name) {
    return columns.stream().map(Column::name).toList().indexOf(name);
  }

  /** The rule that forbids conditions on a column, null for none. */
  public String refusal(String name) {
    if (header.contains(name)) {
      return "a header column cannot be fixed";
    }
    if (derived.contains(name)) {
      return "a derived column cannot be fixed";
    }
    return indexOf(name) < 0 ? "unknown column" : null;
  }
}
