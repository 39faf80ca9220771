package org.spineregistry.certification.cohort;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Kind;
import org.spineregistry.schemas.dictionary.Role;
import org.spineregistry.schemas.dictionary.Variable;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;

/**
 * A cohort as the table that a model is fitted on: one row a patient, sorted by caseId, one column
 * a variable in the order of the data dictionary, without the header.
 */
public final class CohortTable {
  private CohortTable() {}

  /** Types, bounds and roles of the columns, from the data dictionary. */
  public static List<Column> columns(DataDictionary dictionary) {
    return dictionary.variables().stream().map(CohortTable::column).toList();
  }

  public static Table of(Cohort cohort, DataDictionary dictionary) {
    TableBuilder table = new TableBuilder(columns(dictionary));
    for (CohortCase c : cohort.cases()) {
      table.add(row(c.record(), dictionary));
    }
    return table.build();
  }

  private static Column column(Variable variable) {
    Column column = plain(variable);
    if (variable.has(Role.PRIMARY_OUTCOME)) {
      column = column.with(ColumnRole.PRIMARY_OUTCOME);
    }
    if (variable.has(Role.PREDICTOR)) {
      column = column.with(ColumnRole.PREDICTOR);
    }
    return variable.has(Role.QUASI_IDENTIFIER) ? column.with(ColumnRole.QUASI_IDENTIFIER) : column;
  }

  private static Column plain(Variable variable) {
    return switch (variable.kind()) {
      case INTEGER, NUMBER ->
          Column.number(variable.name(), variable.decimals())
              .between(variable.range().orElseThrow().min(), variable.range().orElseThrow().max());
      case BOOLEAN -> Column.bool(variable.name());
      case CHOICE -> Column.category(variable.name(), variable.symbols());
      case CHOICES -> Column.category(variable.name(), List.of());
      case TEXT -> throw new IllegalArgumentException(variable.name() + ": text is no variable");
    };
  }

  private static List<Object> row(GenericRecord record, DataDictionary dictionary) {
    List<Object> row = new ArrayList<>();
    for (Variable variable : dictionary.variables()) {
      row.add(cell(variable, record.get(variable.name()), dictionary.csv().emptySet()));
    }
    return row;
  }

  /**
   * A set becomes one level, its symbols in the order of the list; the empty set is a level as
   * well.
   */
  private static Object cell(Variable variable, Object value, String emptySet) {
    if (value == null || variable.isNumeric()) {
      return value;
    }
    if (variable.kind() == Kind.CHOICES) {
      List<String> symbols = ((Collection<?>) value).stream().map(Object::toString).toList();
      return symbols.isEmpty()
          ? emptySet
          : variable.symbols().stream().filter(symbols::contains).collect(Collectors.joining(";"));
    }
    return value.toString();
  }
}
