package org.spineregistry.solana.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the fields of one JSON object and notes every problem by the field's path. After a problem
 * the values are placeholders, which nobody may use.
 */
final class JsonFields {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private final String path;
  private final JsonNode object;
  private final List<String> problems;
  private final Set<String> known = new HashSet<>();

  /**
   * @param path of the object, empty for the whole file
   * @param object what should be one
   */
  JsonFields(String path, JsonNode object, List<String> problems) {
    this.path = path;
    this.object = object;
    this.problems = problems;
    if (object == null || !object.isObject()) {
      problems.add((path.isEmpty() ? "the file" : path) + " must be an object");
    }
  }

  boolean has(String field) {
    known.add(field);
    return object != null && object.hasNonNull(field);
  }

  JsonFields object(String field) {
    return new JsonFields(name(field), get(field), problems);
  }

  /** Elements of a list; none with a problem. */
  List<JsonNode> list(String field) {
    JsonNode value = get(field);
    if (value == null || !value.isArray()) {
      problems.add(name(field) + " must be a list");
      return List.of();
    }
    List<JsonNode> elements = new ArrayList<>();
    value.forEach(elements::add);
    return elements;
  }

  String text(String field) {
    JsonNode value = get(field);
    if (value == null || !value.isTextual()) {
      problems.add(name(field) + " must be a text");
      return "";
    }
    return value.textValue();
  }

  /** SHA-256 in 64 lower-case hexadecimal digits. */
  String digest(String field) {
    String text = text(field);
    if (!DIGEST.matcher(text).matches()) {
      problems.add(name(field) + " must be 64 lower-case hexadecimal digits");
    }
    return text;
  }

  /** A whole number that is not negative. */
  long number(String field) {
    JsonNode value = get(field);
    if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
      problems.add(name(field) + " must be a whole number");
      return 0;
    }
    if (value.longValue() < 0) {
      problems.add(name(field) + " must not be negative");
    }
    return value.longValue();
  }

  Instant instant(String field) {
    String text = text(field);
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      problems.add(name(field) + " must be a time such as 2026-11-29T12:00:00Z");
      return Instant.EPOCH;
    }
  }

  /** A text that another reader takes; null with a problem. */
  <T> T parsed(String field, Function<String, T> reader) {
    try {
      return reader.apply(text(field));
    } catch (IllegalArgumentException e) {
      problems.add(name(field) + " must be " + e.getMessage());
      return null;
    }
  }

  /** Notes fields that this version does not know: they may take back what the others say. */
  void nothingElse() {
    if (object != null && object.isObject()) {
      object
          .fieldNames()
          .forEachRemaining(
              field -> {
                if (!known.contains(field)) {
                  problems.add((path.isEmpty() ? "the file" : path) + " has an unknown field");
                }
              });
    }
  }

  String name(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  private JsonNode get(String field) {
    known.add(field);
    return object == null ? null : object.get(field);
  }
}
