package org.spineregistry.localstack.compose;

import java.util.List;
import java.util.Map;

/** The alert rules. */
final class Rules {
  static final String FILE = "ops/prometheus/alerts.yml";
  static final String TESTS = "ops/prometheus/alerts-test.yml";

  /** One alert, as far as it is checked. */
  record Alert(
      String name, String expression, Map<String, Object> labels, Map<String, Object> annotations) {
    static Alert of(Object rule) {
      Map<String, Object> map = Yaml.map(rule);
      return new Alert(
          String.valueOf(map.get("alert")),
          String.valueOf(map.get("expr")),
          Yaml.map(map.get("labels")),
          Yaml.map(map.get("annotations")));
    }
  }

  private Rules() {}

  static List<Alert> load() {
    return Yaml.list(Yaml.parse(Project.read(FILE)).get("groups")).stream()
        .flatMap(group -> Yaml.list(Yaml.map(group).get("rules")).stream())
        .map(Alert::of)
        .toList();
  }
}
