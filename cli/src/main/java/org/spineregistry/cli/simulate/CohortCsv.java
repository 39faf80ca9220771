package org.spineregistry.cli.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.spineregistry.schemas.dictionary.CsvFormat;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Kind;
import org.spineregistry.schemas.dictionary.Variable;

/**
 * Cases as the CSV that the intake's adapters read: header fields, variables in the order of the
 * schema, then the reasons of gaps. No cell needs quotes.
 */
public final class CohortCsv {
  private static final List<String> HEADER =
      List.of("caseId", "siteId", "contributorId", "revision", "operationYear", "consentBasis");

  private final DataDictionary dictionary;

  public CohortCsv(DataDictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** The file: a header row and a row a case, each ended by LF. */
  public String of(List<SimulatedCase> cases) {
    StringBuilder csv = new StringBuilder(columns()).append('\n');
    cases.forEach(c -> csv.append(row(c)).append('\n'));
    return csv.toString();
  }

  private String columns() {
    List<String> columns = new ArrayList<>(HEADER);
    dictionary.variables().forEach(v -> columns.add(v.name()));
    withReason().forEach(v -> columns.add(v.name() + CsvFormat.REASON_SUFFIX));
    return String.join(",", columns);
  }

  private String row(SimulatedCase simulated) {
    StringJoiner row = new StringJoiner(",");
    HEADER.forEach(field -> row.add(simulated.header().get(field)));
    dictionary.variables().forEach(v -> row.add(cell(v, simulated.values().get(v.name()))));
    withReason().forEach(v -> row.add(simulated.reasons().getOrDefault(v.name(), "")));
    return row.toString();
  }

  private List<Variable> withReason() {
    return dictionary.variables().stream().filter(v -> !v.required()).toList();
  }

  private String cell(Variable variable, Object value) {
    if (value == null) {
      return "";
    }
    if (variable.kind() == Kind.NUMBER) {
      return BigDecimal.valueOf((Double) value)
          .setScale(variable.decimals(), RoundingMode.UNNECESSARY)
          .toPlainString();
    }
    if (value instanceof List<?> symbols) {
      return symbols.isEmpty()
          ? dictionary.csv().emptySet()
          : String.join(CsvFormat.SET_SEPARATOR, symbols.stream().map(Object::toString).toList());
    }
    return value.toString();
  }
}
