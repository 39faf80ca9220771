package org.spineregistry.schemas.dictionary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what the record says of its CSV files. */
final class CsvPropertiesReader {

  private static final String NO_VARIABLE = ", which is no variable";

  private final SchemaProperties csv;
  private final Set<String> variables;
  private final Set<String> header;

  /**
   * @param record the properties of the record
   */
  CsvPropertiesReader(SchemaProperties record, Set<String> variables, List<HeaderField> header) {
    this.csv =
        record
            .child("csv")
            .orElseGet(() -> new SchemaProperties("csv", Map.of(), new ArrayList<>()));
    this.variables = variables;
    this.header = header.stream().map(HeaderField::name).collect(Collectors.toSet());
  }

  CsvFormat read() {
    csv.closed(Set.of("missing", "ignore", "emptySet", "columns", "round", "header"));
    Set<String> missing = new HashSet<>(Set.of(""));
    missing.addAll(csv.texts("missing"));
    return new CsvFormat(
        missing,
        new HashSet<>(csv.texts("ignore")),
        csv.text("emptySet").orElse("NONE"),
        columns(),
        round(),
        sources());
  }

  private Map<String, String> columns() {
    Map<String, String> columns = csv.textMap("columns");
    Set<String> taken =
        Stream.concat(variables.stream(), header.stream()).collect(Collectors.toSet());
    columns.forEach(
        (variable, column) -> {
          if (!variables.contains(variable)) {
            csv.problem("columns names '" + variable + "'" + NO_VARIABLE);
          }
          if (!taken.add(column)) {
            csv.problem("two fields are read from the column '" + column + "'");
          }
        });
    return columns;
  }

  private Set<String> round() {
    List<String> rounded = csv.texts("round");
    for (String variable : rounded) {
      if (!variables.contains(variable)) {
        csv.problem("round names '" + variable + "'" + NO_VARIABLE);
      }
    }
    return new HashSet<>(rounded);
  }

  private Map<String, CsvFormat.HeaderSource> sources() {
    Map<String, CsvFormat.HeaderSource> sources = new HashMap<>();
    csv.namedChildren("header")
        .forEach(
            (name, entry) -> {
              if (!header.contains(name)) {
                entry.problem("the header has no such field");
              }
              sources.put(name, source(entry));
            });
    return sources;
  }

  private static CsvFormat.HeaderSource source(SchemaProperties entry) {
    entry.closed(Set.of("column", "constant", "values", "reason"));
    if (entry.has("column") == entry.has("constant")) {
      entry.problem("either a column or a constant");
    }
    return new CsvFormat.HeaderSource(
        entry.text("column"),
        entry.raw("constant").map(String::valueOf),
        entry.textMap("values"),
        entry.text("reason"));
  }
}
