package org.spineregistry.synthesis.quantile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.synthesis.testing.OptData;
import org.spineregistry.synthesis.testing.Vectors;

class QuantileTableTest {
  private static final double TOLERANCE = 1e-9;

  static Stream<JsonNode> cases() {
    return Vectors.cases("quantile-table.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithTheVectors(JsonNode given) {
    double[] observed =
        Arrays.stream(OptData.numbers(given.get("column").asText()))
            .filter(value -> !Double.isNaN(value))
            .toArray();

    QuantileTable table =
        QuantileTable.of(
            observed,
            bound(given.get("schemaMin")),
            bound(given.get("schemaMax")),
            given.get("k").asInt());

    JsonNode expected = given.get("expected");
    assertThat(table.shares())
        .containsExactly(Vectors.doubles(expected.get("knotsP")), within(TOLERANCE));
    assertThat(table.values())
        .containsExactly(Vectors.doubles(expected.get("knotsQ")), within(TOLERANCE));
    for (JsonNode pair : expected.get("quantiles")) {
      assertThat(table.quantile(pair.get(0).asDouble()))
          .isCloseTo(pair.get(1).asDouble(), within(TOLERANCE));
    }
  }

  private static Double bound(JsonNode node) {
    return node == null || node.isNull() ? null : (Double) node.asDouble();
  }
}
