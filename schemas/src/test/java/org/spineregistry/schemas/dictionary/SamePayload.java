package org.spineregistry.schemas.dictionary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Writes a JSON case as Avro, with whatever types its values have, and as a CSV row. */
final class SamePayload {

  private SamePayload() {}

  static GenericRecord avro(JsonNode tree) {
    return (GenericRecord) avroValue("Case", tree);
  }

  private static Object avroValue(String name, JsonNode node) {
    if (node.isObject() && !name.endsWith("_missing")) {
      Map<String, Object> values = new LinkedHashMap<>();
      node.properties()
          .forEach(
              entry ->
                  values.put(
                      entry.getKey(), avroValue(name + "_" + entry.getKey(), entry.getValue())));
      return record(name, values);
    }
    if (node.isObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      node.properties().forEach(entry -> map.put(entry.getKey(), avroValue("", entry.getValue())));
      return map;
    }
    if (node.isArray()) {
      List<Object> items = new ArrayList<>();
      node.forEach(item -> items.add(avroValue("", item)));
      return items;
    }
    if (node.isIntegralNumber()) {
      return node.canConvertToInt() ? (Object) node.intValue() : node.longValue();
    }
    return node.isNumber()
        ? (Object) node.doubleValue()
        : node.isBoolean() ? (Object) node.booleanValue() : node.textValue();
  }

  /** A schema by which any of these values could have been written. */
  private static GenericRecord record(String name, Map<String, Object> values) {
    SchemaBuilder.FieldAssembler<Schema> fields = SchemaBuilder.record(name).fields();
    for (Map.Entry<String, Object> entry : values.entrySet()) {
      Schema type =
          entry.getValue() instanceof GenericRecord record
              ? record.getSchema()
              : SchemaBuilder.unionOf()
                  .nullType()
                  .and()
                  .intType()
                  .and()
                  .longType()
                  .and()
                  .doubleType()
                  .and()
                  .booleanType()
                  .and()
                  .stringType()
                  .and()
                  .array()
                  .items()
                  .stringType()
                  .and()
                  .map()
                  .values()
                  .stringType()
                  .endUnion();
      fields.name(entry.getKey()).type(type).noDefault();
    }
    GenericRecord record = new GenericData.Record(fields.endRecord());
    values.forEach(record::put);
    return record;
  }

  static Map<String, String> csv(JsonNode tree) {
    Map<String, String> row = new LinkedHashMap<>();
    tree.path("header").properties().forEach(e -> row.put(e.getKey(), cell(e.getValue())));
    tree.properties().stream()
        .filter(e -> !e.getKey().equals("header") && !e.getKey().equals("missing"))
        .forEach(e -> row.put(e.getKey(), cell(e.getValue())));
    tree.path("missing")
        .properties()
        .forEach(e -> row.put(e.getKey() + CsvFormat.REASON_SUFFIX, cell(e.getValue())));
    return row;
  }

  private static String cell(JsonNode value) {
    if (!value.isArray()) {
      return value.isNull() ? "" : value.asText();
    }
    List<String> items = new ArrayList<>();
    value.forEach(item -> items.add(item.asText()));
    return items.isEmpty() ? "NONE" : String.join(";", items);
  }
}
