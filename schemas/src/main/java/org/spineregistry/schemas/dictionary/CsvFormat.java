package org.spineregistry.schemas.dictionary;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the CSV files of a campaign differ from the native ones.
 *
 * @param missing cells that mean null, after trimming; the empty one is always among them
 * @param ignore columns that are dropped unread
 * @param emptySet the cell of a CHOICES that means the empty set, because an empty cell is a null
 * @param columns variable to the column that holds it, where its own name does not
 * @param round NUMBER variables whose cells are rounded to their decimals, halves to even, because
 *     the files hold the result of a computation with all its digits
 * @param header header field to its source; a column of the field's own name comes first
 */
public record CsvFormat(
    Set<String> missing,
    Set<String> ignore,
    String emptySet,
    Map<String, String> columns,
    Set<String> round,
    Map<String, HeaderSource> header) {

  /** Separates the symbols of a CHOICES in one cell. */
  public static final String SET_SEPARATOR = ";";

  /** Suffix of the column that holds the reason for a null. */
  public static final String REASON_SUFFIX = ".missing";

  public CsvFormat {
    missing = Set.copyOf(missing);
    ignore = Set.copyOf(ignore);
    columns = Map.copyOf(columns);
    round = Set.copyOf(round);
    header = Map.copyOf(header);
  }

  /** The column that holds a variable. */
  public String column(Variable variable) {
    return columns.getOrDefault(variable.name(), variable.name());
  }

  /**
   * Where a header field comes from.
   *
   * @param column the column to read, or else
   * @param constant the text that stands for every row
   * @param values text of the column to the value of the field; empty means the text itself
   * @param reason why a constant or a mapping is right
   */
  public record HeaderSource(
      Optional<String> column,
      Optional<String> constant,
      Map<String, String> values,
      Optional<String> reason) {

    public HeaderSource {
      values = Map.copyOf(values);
    }
  }
}
