package org.spineregistry.synthesis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The helper of the regression tests is itself held by the vectors. */
class SpearmanTest {
  static List<JsonNode> pairs() {
    return Vectors.cases("correlation.json").filter(c -> c.has("columns")).toList();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void rankCorrelationAgrees(JsonNode vector) {
    double[] x = OptData.numbers(vector.get("columns").get(0).asText());
    double[] y = OptData.numbers(vector.get("columns").get(1).asText());

    assertThat(Spearman.of(x, y))
        .isCloseTo(vector.get("expected").get("spearman").asDouble(), within(1e-12));
  }
}
