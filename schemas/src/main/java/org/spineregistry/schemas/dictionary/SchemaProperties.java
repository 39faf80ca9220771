package org.spineregistry.schemas.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Custom properties of one place of a schema; everything wrong goes to one list, with its place.
 */
final class SchemaProperties {

  private final String place;
  private final Map<String, Object> values;
  private final List<String> problems;

  SchemaProperties(String place, Map<String, Object> values, List<String> problems) {
    this.place = place;
    this.values = values;
    this.problems = problems;
  }

  void problem(String text) {
    problems.add(place + ": " + text);
  }

  boolean has(String key) {
    return values.get(key) != null;
  }

  Optional<Object> raw(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Refuses properties of other names: a misspelt one would be silently without effect. */
  SchemaProperties closed(Set<String> known) {
    Set<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeIf(key -> known.contains(key) || key.startsWith("x-"));
    unknown.forEach(key -> problem("unknown property '" + key + "'"));
    return this;
  }

  Optional<String> text(String key) {
    Optional<String> text = typed(key, String.class, "text");
    if (text.isPresent() && text.get().isBlank()) {
      problem(key + " is blank");
      return Optional.empty();
    }
    return text;
  }

  String requiredText(String key) {
    if (!has(key)) {
      problem(key + " is absent");
    }
    return text(key).orElse("");
  }

  OptionalDouble number(String key) {
    return typed(key, Number.class, "a number")
        .map(number -> OptionalDouble.of(number.doubleValue()))
        .orElse(OptionalDouble.empty());
  }

  OptionalInt integer(String key) {
    OptionalDouble number = number(key);
    if (number.isEmpty()) {
      return OptionalInt.empty();
    }
    int whole = (int) number.getAsDouble();
    if (whole != number.getAsDouble()) {
      problem(key + " must be a whole number");
      return OptionalInt.empty();
    }
    return OptionalInt.of(whole);
  }

  boolean flag(String key) {
    return typed(key, Boolean.class, "true or false").orElse(false);
  }

  List<Double> numbers(String key) {
    List<Double> numbers = new ArrayList<>();
    for (Object item : list(key)) {
      if (item instanceof Number number) {
        numbers.add(number.doubleValue());
      } else {
        problem(key + " must be a list of numbers");
      }
    }
    return numbers;
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Object item : list(key)) {
      if (item instanceof String text) {
        texts.add(text);
      } else {
        problem(key + " must be a list of texts");
      }
    }
    return texts;
  }

  Map<String, String> textMap(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : map(key).entrySet()) {
      if (entry.getValue() instanceof String text) {
        texts.put(entry.getKey(), text);
      } else {
        problem(key + " must map to texts");
      }
    }
    return texts;
  }

  Optional<SchemaProperties> child(String key) {
    return has(key)
        ? Optional.of(new SchemaProperties(place + "." + key, map(key), problems))
        : Optional.empty();
  }

  /** The objects of a map of objects, by name. */
  Map<String, SchemaProperties> namedChildren(String key) {
    Map<String, SchemaProperties> children = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : map(key).entrySet()) {
      String childPlace = place + "." + key + "." + entry.getKey();
      asMap(childPlace, entry.getValue())
          .ifPresent(
              map -> children.put(entry.getKey(), new SchemaProperties(childPlace, map, problems)));
    }
    return children;
  }

  /** The objects of a list of objects; their place counts from 1. */
  List<SchemaProperties> children(String key) {
    List<SchemaProperties> children = new ArrayList<>();
    int number = 0;
    for (Object item : list(key)) {
      String childPlace = place + "." + key + "[" + ++number + "]";
      asMap(childPlace, item)
          .ifPresent(map -> children.add(new SchemaProperties(childPlace, map, problems)));
    }
    return children;
  }

  private List<?> list(String key) {
    Optional<List<?>> list = typed(key, List.class, "a list").map(value -> (List<?>) value);
    return list.orElseGet(List::of);
  }

  private Map<String, Object> map(String key) {
    return has(key) ? asMap(place + "." + key, values.get(key)).orElseGet(Map::of) : Map.of();
  }

  private Optional<Map<String, Object>> asMap(String where, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      problems.add(where + ": must be an object");
      return Optional.empty();
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, item) -> copy.put(String.valueOf(key), item));
    return Optional.of(copy);
  }

  private <T> Optional<T> typed(String key, Class<T> type, String name) {
    Object value = values.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      problem(key + " must be " + name);
      return Optional.empty();
    }
    return Optional.of(type.cast(value));
  }
}
