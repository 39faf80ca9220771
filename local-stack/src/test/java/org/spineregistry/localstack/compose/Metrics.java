package org.spineregistry.localstack.compose;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code ops/metrics.txt}: which service exports which metric. */
record Metrics(List<Declared> declared) {
  static final String FILE = "ops/metrics.txt";

  /** Prometheus makes these itself. */
  private static final Set<String> BUILT_IN = Set.of("up", "ALERTS");

  /**
   * One line.
   *
   * @param service module, or {@code *} for every service
   */
  record Declared(String service, String name) {}

  static Metrics load() {
    return new Metrics(
        Project.read(FILE)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.strip().split("\\s+"))
            .map(words -> new Declared(words[0], words[1]))
            .toList());
  }

  Set<String> names() {
    return declared.stream().map(Declared::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Names that an expression uses and nobody exports. */
  Set<String> unknown(String expression) {
    Set<String> unknown = new TreeSet<>(PromQl.metrics(expression));
    unknown.removeAll(names());
    unknown.removeAll(BUILT_IN);
    return unknown;
  }
}
