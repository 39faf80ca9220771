package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;
import org.spineregistry.synthesis.testing.Vectors;

class EquivalenceClassesTest {
  static List<JsonNode> groupings() {
    return Vectors.cases("k-anonymity.json", "kind", "kAnonymity");
  }

  @ParameterizedTest
  @MethodSource("groupings")
  void classesHaveThePublishedSizes(JsonNode vector) {
    List<String> names = new ArrayList<>();
    Map<String, Double> bands = new HashMap<>();
    for (JsonNode identifier : vector.get("quasiIdentifiers")) {
      String name =
          identifier.isTextual() ? identifier.asText() : identifier.get("column").asText();
      names.add(name);
      if (identifier.has("band")) {
        bands.put(name, identifier.get("band").asDouble());
      }
    }
    Table table = OptData.table(names);
    JsonNode expected = vector.get("expected");

    EquivalenceClasses classes =
        EquivalenceClasses.of(table, IntStream.range(0, names.size()).boxed().toList(), bands);

    assertThat(classes.smallest()).isEqualTo(expected.get("k").asInt());
    assertThat(classes.sizes()).hasSize(expected.get("classes").asInt());
    Map<String, Long> histogram =
        classes.sizes().stream()
            .collect(Collectors.groupingBy(String::valueOf, TreeMap::new, Collectors.counting()));
    assertThat(histogram).hasSize(expected.get("sizeHistogram").size());
    expected
        .get("sizeHistogram")
        .properties()
        .forEach(e -> assertThat(histogram).containsEntry(e.getKey(), e.getValue().asLong()));
  }

  @Test
  void withoutQuasiIdentifiersThereAreNoClasses() {
    Table table = OptData.table(List.of("education"));

    assertThatThrownBy(() -> EquivalenceClasses.of(table, List.of(), Map.of()))
        .hasMessageContaining("quasi-identifier");
  }
}
