package org.spineregistry.anchor.reward.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * An object of a JSON document that is read field by field; what is wrong is collected with its
 * path.
 */
final class JsonPart {
  private final JsonNode node;
  private final String path;
  private final List<String> problems;

  private JsonPart(JsonNode node, String path, List<String> problems) {
    this.node = node;
    this.path = path;
    this.problems = problems;
    if (!node.isObject()) {
      problems.add(
          (path.isEmpty() ? "document" : path.substring(0, path.length() - 1)) + ": an object");
    }
  }

  static JsonPart root(JsonNode node, List<String> problems) {
    return new JsonPart(node, "", problems);
  }

  void problem(String field, String rule) {
    problems.add(path + field + ": " + rule);
  }

  /** Refuses every field that is not named: a misspelled cap must not become no cap. */
  void closed(String... fields) {
    Set<String> unknown = new TreeSet<>();
    node.fieldNames().forEachRemaining(unknown::add);
    List.of(fields).forEach(unknown::remove);
    unknown.forEach(field -> problem(field, "no such field"));
  }

  boolean has(String field) {
    return node.has(field);
  }

  /** A needed text, or the empty text after a problem. */
  String text(String field, Predicate<String> wellFormed, String rule) {
    JsonNode value = node.path(field);
    if (value.isTextual() && wellFormed.test(value.textValue())) {
      return value.textValue();
    }
    problem(field, rule);
    return "";
  }

  /** A needed whole number, or the lowest one after a problem. */
  int number(String field, int lowest, int highest) {
    JsonNode value = node.path(field);
    if (value.isInt() && value.intValue() >= lowest && value.intValue() <= highest) {
      return value.intValue();
    }
    problem(field, "a whole number from " + lowest + " to " + highest);
    return lowest;
  }

  /** A needed object. */
  JsonPart part(String field) {
    return new JsonPart(node.path(field), path + field + ".", problems);
  }

  /** Names of the object's fields, in the document's order. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    Iterator<String> fields = node.fieldNames();
    fields.forEachRemaining(names::add);
    return names;
  }
}
