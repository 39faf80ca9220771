package org.spineregistry.synthesis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.synthesis.table.Table;

/** The cohort of the tests is read as an independent reader sees it. */
class OptDataTest {
  static List<JsonNode> columns() {
    return Vectors.cases("dataset.json")
        .filter(c -> c.has("type") && !c.get("column").asText().equals("site"))
        .filter(c -> !c.get("column").asText().equals("caseNumber"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("columns")
  void columnIsTypedAndReadAsInTheVectors(JsonNode vector) {
    String name = vector.get("column").asText();
    JsonNode expected = vector.get("expected");
    Table table = OptData.table(List.of(name));

    assertThat(table.missing(0)).isEqualTo(expected.get("missing").asInt());
    boolean numeric = vector.get("type").asText().equals("numeric");
    assertThat(table.columns().get(0).isNumber()).isEqualTo(numeric);
    if (numeric) {
      double[] observed =
          Arrays.stream(table.numbers(0)).filter(value -> !Double.isNaN(value)).toArray();
      double mean = Arrays.stream(observed).average().orElseThrow();
      assertThat(mean).isCloseTo(expected.get("mean").asDouble(), within(1e-9));
      assertThat(Arrays.stream(observed).distinct().count())
          .isEqualTo(expected.get("distinct").asLong());
    } else {
      Map<String, Long> counts =
          Arrays.stream(table.codes(0))
              .filter(code -> code >= 0)
              .mapToObj(code -> table.levels(0).get(code))
              .collect(Collectors.groupingBy(l -> l, TreeMap::new, Collectors.counting()));
      expected
          .get("levels")
          .properties()
          .forEach(e -> assertThat(counts).containsEntry(e.getKey(), e.getValue().asLong()));
      assertThat(counts).hasSize(expected.get("levels").size());
    }
  }

  @Test
  void cohortHasThirtyFourNumbersAndEighteenCategories() {
    Table cohort = OptData.cohort();

    assertThat(cohort.rows()).isEqualTo(823);
    assertThat(cohort.columns().stream().filter(c -> c.isNumber())).hasSize(34);
    assertThat(cohort.columns()).hasSize(52);
  }
}
