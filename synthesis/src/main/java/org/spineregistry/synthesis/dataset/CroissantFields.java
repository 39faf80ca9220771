package org.spineregistry.synthesis.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spineregistry.synthesis.table.Column;

/** Record sets and fields of {@link Croissant}. */
final class CroissantFields {
  private static final Map<String, String> TYPES =
      Map.of(
          "integer", "sc:Integer",
          "number", "sc:Float",
          "boolean", "sc:Boolean",
          "category", "sc:Text");

  private CroissantFields() {}

  /** Whether the column is neither a number nor a boolean. */
  static boolean isText(Column column) {
    return ColumnDoc.type(column).equals("category");
  }

  /** The levels that the schema allows, as an enumeration with its data in place. */
  static Map<String, Object> levels(Column column) {
    String id = "levels/" + column.name();
    Map<String, Object> set = recordSet(id, "Levels of " + column.name());
    set.put("dataType", "sc:Enumeration");
    set.put("key", Map.of("@id", id + "/name"));
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("@type", "cr:Field");
    field.put("@id", id + "/name");
    field.put("name", "name");
    field.put("dataType", "sc:Text");
    set.put("field", List.of(field));
    set.put("data", column.levels().stream().map(l -> Map.of(id + "/name", l)).toList());
    return set;
  }

  /** The rows of a CSV file. */
  static Map<String, Object> rows(
      DatasetFile file, List<Column> columns, Map<String, ColumnDoc> docs) {
    Map<String, Object> set = recordSet(file.stem(), file.rows() + " synthetic patients");
    set.put(
        "field",
        columns.stream().map(column -> field(file, column, ColumnDoc.of(column, docs))).toList());
    return set;
  }

  private static Map<String, Object> field(DatasetFile file, Column column, ColumnDoc doc) {
    String id = file.stem() + "/" + column.name();
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("@type", "cr:Field");
    field.put("@id", id);
    field.put("name", column.name());
    if (!doc.doc().isEmpty()) {
      field.put("description", doc.doc());
    }
    field.put("dataType", TYPES.get(ColumnDoc.type(column)));
    field.put(
        "source",
        Map.of(
            "fileObject", Map.of("@id", file.name()), "extract", Map.of("column", column.name())));
    if (isText(column) && !column.levels().isEmpty()) {
      field.put("references", Map.of("@id", "levels/" + column.name() + "/name"));
    }
    List<Object> annotations = new ArrayList<>();
    annotate(annotations, id, "minimum", column.minimum(), "sc:minValue");
    annotate(annotations, id, "maximum", column.maximum(), "sc:maxValue");
    annotate(annotations, id, "unit", doc.unit().isEmpty() ? null : doc.unit(), "sc:unitText");
    if (!annotations.isEmpty()) {
      field.put("annotation", annotations);
    }
    return field;
  }

  /** A bound or unit of the schema; statistics of the rows are not among them. */
  private static void annotate(
      List<Object> annotations, String id, String name, Object value, String property) {
    if (value != null) {
      Map<String, Object> annotation = new LinkedHashMap<>();
      annotation.put("@type", "cr:Field");
      annotation.put("@id", id + "/" + name);
      annotation.put("name", name);
      annotation.put("value", value);
      annotation.put("dataType", value instanceof Double ? "sc:Float" : "sc:Text");
      annotation.put("equivalentProperty", property);
      annotations.add(annotation);
    }
  }

  private static Map<String, Object> recordSet(String id, String description) {
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("@type", "cr:RecordSet");
    set.put("@id", id);
    set.put("name", id);
    set.put("description", description);
    return set;
  }
}
