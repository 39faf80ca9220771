package org.spineregistry.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Role;
import org.spineregistry.schemas.dictionary.Variable;
import org.spineregistry.schemas.rules.InvalidRulesException;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.dataset.ColumnDoc;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;
import org.spineregistry.synthesis.table.TableException;

/**
 * A campaign as the synthesis library sees it: one column a variable in the order of the data
 * dictionary, without the header, which is never modelled.
 */
public final class CampaignTable {
  private static final double AGE_BAND = 10;

  private CampaignTable() {}

  /**
   * Types, bounds, order and roles of the columns. The levels of a set are open: each combination
   * that occurs is one.
   */
  public static List<Column> columns(DataDictionary dictionary) {
    CampaignColumns columns = new CampaignColumns(dictionary);
    return dictionary.variables().stream().map(columns::column).toList();
  }

  /** Width of the bands in which the published privacy proxy sees an age, by column name. */
  public static Map<String, Double> bands(DataDictionary dictionary) {
    return dictionary.variables(Role.AGE).stream()
        .collect(Collectors.toMap(Variable::name, age -> AGE_BAND));
  }

  /** What the schema says of each variable for people, by column name. */
  public static Map<String, ColumnDoc> docs(DataDictionary dictionary) {
    return dictionary.variables().stream()
        .collect(
            Collectors.toMap(Variable::name, v -> new ColumnDoc(v.doc(), v.unit().orElse(""))));
  }

  /**
   * What the schema promises beside its columns: the rules that refuse a case, derived values,
   * declared analyses, bands.
   *
   * @return for rows with the columns of {@link #columns}; immutable and thread-safe
   * @throws InvalidRulesException if an expression of the schema does not compile
   */
  public static Contract contract(DataDictionary dictionary) {
    return CampaignContract.of(dictionary);
  }

  /**
   * The table of records.
   *
   * @param records cases by the schema of the dictionary; one row each, in their order
   * @throws TableException if a value breaks the schema; the message quotes none
   */
  public static Table of(List<GenericRecord> records, DataDictionary dictionary) {
    TableBuilder table = new TableBuilder(columns(dictionary));
    SetTexts sets = SetTexts.of(dictionary);
    for (GenericRecord record : records) {
      List<Object> row = new ArrayList<>();
      for (Variable variable : dictionary.variables()) {
        row.add(cell(variable, record.get(variable.name()), sets));
      }
      table.add(row);
    }
    return table.build();
  }

  private static Object cell(Variable variable, Object value, SetTexts sets) {
    if (value == null || variable.isNumeric()) {
      return value;
    }
    return switch (variable.kind()) {
      case CHOICES -> sets.text(variable, (List<?>) value);
      default -> value.toString();
    };
  }
}
