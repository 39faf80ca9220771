package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.synthesis.testing.OptData;
import org.spineregistry.synthesis.testing.Vectors;

class PearsonTest {
  static List<JsonNode> pairs() {
    return Vectors.cases("correlation.json").toList();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void correlationOverCompletePairs(JsonNode vector) {
    double[] x = side(vector, "x", 0);
    double[] y = side(vector, "y", 1);

    assertThat(Pearson.of(x, y))
        .isCloseTo(vector.get("expected").get("pearson").asDouble(), within(1e-12));
  }

  @Test
  void aWeightCountsARowAsOftenAsItSays() {
    double[] x = {1, 2, 3, 9};
    double[] y = {2, 1, 5, 0};
    double[] repeatedX = {1, 1, 3, 3, 3, 2};
    double[] repeatedY = {2, 2, 5, 5, 5, 1};

    assertThat(Pearson.weighted(x, y, new int[] {2, 1, 3, 0}))
        .isCloseTo(Pearson.of(repeatedX, repeatedY), within(1e-14));
  }

  @Test
  void aConstantSideHasNoCorrelation() {
    assertThat(Pearson.of(new double[] {1, 1}, new double[] {1, 2})).isNaN();
    assertThat(Pearson.of(new double[] {1, Double.NaN}, new double[] {1, 2})).isNaN();
  }

  private static double[] side(JsonNode vector, String inline, int position) {
    return vector.has(inline)
        ? Vectors.doubles(vector.get(inline))
        : OptData.numbers(vector.get("columns").get(position).asText());
  }
}
