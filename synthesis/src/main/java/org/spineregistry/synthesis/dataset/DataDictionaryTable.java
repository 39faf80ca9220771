package org.spineregistry.synthesis.dataset;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.CsvWriter;
import org.spineregistry.synthesis.table.TableBuilder;

/**
 * The data dictionary of a dataset, one row a column: {@code name}, {@code type} (integer, number,
 * boolean, category), {@code unit}, {@code decimals}, {@code minimum}, {@code maximum}, {@code
 * levels}, {@code ordered}, {@code roles}, {@code description}. It says what the schema allows,
 * never what a patient had: bounds and levels come from the schema, and open levels are not listed.
 */
public final class DataDictionaryTable {
  private static final List<String> HEADER =
      List.of(
          "name",
          "type",
          "unit",
          "decimals",
          "minimum",
          "maximum",
          "levels",
          "ordered",
          "roles",
          "description");

  private DataDictionaryTable() {}

  /** As CSV in the form of the datasets; levels are parted by {@code |}. */
  public static byte[] csv(List<Column> columns, Map<String, ColumnDoc> docs) {
    TableBuilder builder =
        new TableBuilder(HEADER.stream().map(name -> Column.category(name, List.of())).toList());
    for (Column column : columns) {
      ColumnDoc doc = ColumnDoc.of(column, docs);
      builder.add(
          Arrays.asList(
              column.name(),
              ColumnDoc.type(column),
              text(doc.unit()),
              column.isNumber() ? Integer.toString(column.decimals()) : null,
              bound(column.minimum()),
              bound(column.maximum()),
              text(String.join("|", column.levels())),
              Boolean.toString(column.ordered()),
              text(String.join("|", roles(column))),
              text(doc.doc())));
    }
    return CsvWriter.write(builder.build());
  }

  /** As a canonical JSON list of objects with the same fields, and one LF. */
  public static byte[] json(List<Column> columns, Map<String, ColumnDoc> docs) {
    return JsonFile.of(columns.stream().map(column -> tree(column, docs)).toList());
  }

  private static Map<String, Object> tree(Column column, Map<String, ColumnDoc> docs) {
    ColumnDoc doc = ColumnDoc.of(column, docs);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", column.name());
    tree.put("type", ColumnDoc.type(column));
    tree.put("unit", text(doc.unit()));
    tree.put("decimals", column.isNumber() ? column.decimals() : null);
    tree.put("minimum", column.minimum());
    tree.put("maximum", column.maximum());
    tree.put("levels", column.levels());
    tree.put("ordered", column.ordered());
    tree.put("roles", roles(column));
    tree.put("description", text(doc.doc()));
    return tree;
  }

  /** Roles in the order of their names in lower case: a set has none of its own. */
  private static List<String> roles(Column column) {
    return column.roles().stream()
        .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .sorted()
        .toList();
  }

  private static String bound(Double bound) {
    return bound == null
        ? null
        : new BigDecimal(bound.toString()).stripTrailingZeros().toPlainString();
  }

  private static String text(String text) {
    return text.isEmpty() ? null : text;
  }
}
