package org.spineregistry.localstack.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Grafana dashboard; JSON is YAML, so one reader serves. */
record Dashboard(String file, Map<String, Object> tree) {
  private static final String FOLDER = "ops/grafana/dashboards";

  static List<Dashboard> all() {
    try (Stream<java.nio.file.Path> files = Files.list(Project.path(FOLDER))) {
      return files
          .map(file -> FOLDER + "/" + file.getFileName())
          .sorted()
          .map(file -> new Dashboard(file, Yaml.parse(Project.read(file))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Panels that show something; rows are only headings. */
  List<Map<String, Object>> panels() {
    return Yaml.list(tree.get("panels")).stream()
        .map(Yaml::map)
        .filter(panel -> !"row".equals(panel.get("type")))
        .toList();
  }

  List<String> expressions() {
    return panels().stream()
        .flatMap(panel -> Yaml.list(panel.get("targets")).stream())
        .map(target -> String.valueOf(Yaml.map(target).get("expr")))
        .toList();
  }
}
