package org.spineregistry.localstack.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * YAML as maps, lists and scalars: a key that stands twice is an error, anchors and merges are
 * resolved.
 */
final class Yaml {
  private Yaml() {}

  static Map<String, Object> parse(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return map(new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).load(text));
  }

  /** An absent map is empty, so that a check can ask for optional parts. */
  static Map<String, Object> map(Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> entries) {
      entries.forEach((key, entry) -> map.put(key.toString(), entry));
    }
    return map;
  }

  static List<Object> list(Object value) {
    return value instanceof List<?> list ? List.copyOf(list) : List.of();
  }

  static List<String> strings(Object value) {
    return list(value).stream().map(Object::toString).toList();
  }
}
