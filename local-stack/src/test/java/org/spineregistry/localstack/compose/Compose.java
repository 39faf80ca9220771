package org.spineregistry.localstack.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The compose file, as far as the checks read it. */
record Compose(Map<String, Object> tree) {
  static final String FILE = "docker-compose.yml";

  static Compose load() {
    return parse(Project.read(FILE));
  }

  static Compose parse(String text) {
    return new Compose(Yaml.parse(text));
  }

  List<ComposeService> services() {
    List<ComposeService> services = new ArrayList<>();
    Yaml.map(tree.get("services"))
        .forEach((name, body) -> services.add(new ComposeService(name, Yaml.map(body))));
    return services;
  }

  Optional<ComposeService> service(String name) {
    return services().stream().filter(service -> service.name().equals(name)).findFirst();
  }

  /** Services that run code of this repository. */
  List<ComposeService> ours() {
    return services().stream().filter(service -> service.module().isPresent()).toList();
  }

  Map<String, Object> volumes() {
    return Yaml.map(tree.get("volumes"));
  }

  /** Files of secrets by name, as the compose file writes them. */
  Map<String, Object> secrets() {
    return Yaml.map(tree.get("secrets"));
  }
}
