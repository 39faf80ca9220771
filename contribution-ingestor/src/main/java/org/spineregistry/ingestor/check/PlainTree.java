package org.spineregistry.ingestor.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * A submission before any schema is applied to it, from JSON or Avro: {@link Members}, lists and
 * texts. Numbers are texts too, for an identifier may be written as one.
 */
final class PlainTree {
  /** An object, record or map, in the order of the source. */
  record Members(List<Member> list) {}

  record Member(String name, Object value) {}

  private PlainTree() {}

  /**
   * @return Members, List, String, or null for what can hold no text
   */
  static Object ofJson(JsonNode node) {
    if (node.isObject()) {
      List<Member> members = new ArrayList<>(node.size());
      node.properties()
          .forEach(entry -> members.add(new Member(entry.getKey(), ofJson(entry.getValue()))));
      return new Members(members);
    }
    if (node.isArray()) {
      List<Object> items = new ArrayList<>(node.size());
      node.forEach(item -> items.add(ofJson(item)));
      return items;
    }
    return node.isTextual() || node.isIntegralNumber() ? node.asText() : fraction(node);
  }

  /** 1710748800.0 is a whole number as well. */
  private static String fraction(JsonNode node) {
    return node.isNumber() ? whole(node.doubleValue()) : null;
  }

  /**
   * @return as {@link #ofJson}
   */
  static Object ofAvro(Object value) {
    if (value instanceof IndexedRecord avro) {
      List<Member> members = new ArrayList<>();
      for (Schema.Field field : avro.getSchema().getFields()) {
        members.add(new Member(field.name(), ofAvro(avro.get(field.pos()))));
      }
      return new Members(members);
    }
    if (value instanceof Map<?, ?> map) {
      List<Member> members = new ArrayList<>(map.size());
      map.forEach((key, item) -> members.add(new Member(String.valueOf(key), ofAvro(item))));
      return new Members(members);
    }
    if (value instanceof Collection<?> collection) {
      List<Object> items = new ArrayList<>(collection.size());
      collection.forEach(item -> items.add(ofAvro(item)));
      return items;
    }
    return scalar(value);
  }

  private static String scalar(Object value) {
    if (value instanceof TemporalAccessor) {
      // a logical type of Avro: whatever the day, the detectors of dates must see one
      return LocalDate.EPOCH.toString();
    }
    if (value instanceof Double || value instanceof Float) {
      return whole(((Number) value).doubleValue());
    }
    return value == null || value instanceof Boolean ? null : value.toString();
  }

  private static String whole(double number) {
    return Math.rint(number) == number && Math.abs(number) < 1e18
        ? Long.toString((long) number)
        : null;
  }
}
