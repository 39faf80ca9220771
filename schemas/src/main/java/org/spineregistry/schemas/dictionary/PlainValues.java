package org.spineregistry.schemas.dictionary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.IndexedRecord;

/** Turns JSON trees and Avro values into the plain values of a {@link RawRecord}. */
final class PlainValues {

  /** Stands for what no variable can be, such as bytes. */
  static final Object OPAQUE = new Object();

  private PlainValues() {}

  static Object ofJson(JsonNode node) {
    return switch (node.getNodeType()) {
      case NULL, MISSING -> null;
      case BOOLEAN -> node.booleanValue();
      case STRING -> node.textValue();
      case NUMBER -> ofJsonNumber(node);
      case ARRAY -> {
        List<Object> items = new ArrayList<>(node.size());
        node.forEach(item -> items.add(ofJson(item)));
        yield items;
      }
      case OBJECT -> {
        List<RawRecord.Entry> entries = new ArrayList<>(node.size());
        node.properties()
            .forEach(
                member ->
                    entries.add(
                        new RawRecord.Entry(
                            entries.size() + 1, member.getKey(), ofJson(member.getValue()))));
        yield new RawRecord(entries);
      }
      default -> OPAQUE;
    };
  }

  private static Object ofJsonNumber(JsonNode node) {
    if (!node.isIntegralNumber()) {
      return node.doubleValue();
    }
    return node.canConvertToLong() ? (Object) node.longValue() : node.bigIntegerValue();
  }

  static Object ofAvro(Object value) {
    if (value == null || value instanceof Boolean || value instanceof Double) {
      return value;
    }
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    if (value instanceof Float number) {
      // by way of text: the nearest double of 0.1f is not 0.1
      return Double.parseDouble(number.toString());
    }
    if (value instanceof CharSequence || value instanceof GenericEnumSymbol<?>) {
      return value.toString();
    }
    if (value instanceof Enum<?> symbol) {
      return symbol.name();
    }
    return ofAvroContainer(value);
  }

  private static Object ofAvroContainer(Object value) {
    if (value instanceof Collection<?> items) {
      List<Object> plain = new ArrayList<>(items.size());
      items.forEach(item -> plain.add(ofAvro(item)));
      return plain;
    }
    List<RawRecord.Entry> entries = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, item) ->
              entries.add(
                  new RawRecord.Entry(entries.size() + 1, String.valueOf(key), ofAvro(item))));
      return new RawRecord(entries);
    }
    if (value instanceof IndexedRecord avro) {
      for (Schema.Field field : avro.getSchema().getFields()) {
        entries.add(
            new RawRecord.Entry(entries.size() + 1, field.name(), ofAvro(avro.get(field.pos()))));
      }
      return new RawRecord(entries);
    }
    return OPAQUE;
  }
}
