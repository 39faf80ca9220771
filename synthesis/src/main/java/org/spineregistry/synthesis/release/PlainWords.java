package org.spineregistry.synthesis.release;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Parameters of a run as a reader would write them down, without the brackets of a program. */
final class PlainWords {
  private PlainWords() {}

  /**
   * Writes a text, number, boolean, or lists and maps of them.
   *
   * @return such as {@code kappa 3, passed true; kappa 4, passed true}
   */
  static String of(Object value) {
    if (value instanceof Map<?, ?> map) {
      if (map.isEmpty()) {
        return "none";
      }
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((key, part) -> sorted.put(String.valueOf(key), part));
      return sorted.entrySet().stream()
          .map(part -> part.getKey() + " " + of(part.getValue()))
          .collect(Collectors.joining(", "));
    }
    if (value instanceof Collection<?> list) {
      boolean nested =
          list.stream().anyMatch(part -> part instanceof Map || part instanceof Collection);
      return list.isEmpty()
          ? "none"
          : list.stream().map(PlainWords::of).collect(Collectors.joining(nested ? "; " : ", "));
    }
    String text = String.valueOf(value);
    return value instanceof Double && text.endsWith(".0")
        ? text.substring(0, text.length() - 2)
        : text;
  }
}
