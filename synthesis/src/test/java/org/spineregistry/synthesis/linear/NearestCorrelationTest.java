package org.spineregistry.synthesis.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.synthesis.testing.Vectors;

class NearestCorrelationTest {
  private static final double TOLERANCE = 1e-6;

  static Stream<JsonNode> cases() {
    return Vectors.cases("nearest-correlation.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithTheVectors(JsonNode given) {
    double[][] input = matrix(given.get("input"));
    double[] weights = new double[input.length];
    Arrays.fill(weights, 1);
    if (given.has("weights")) {
      weights = Vectors.doubles(given.get("weights"));
    }

    NearestCorrelation repaired = NearestCorrelation.of(input, weights);

    JsonNode expected = given.get("expected");
    assertClose(repaired.nearest(), matrix(expected.get("nearest")));
    assertClose(repaired.matrix(), matrix(expected.get("floored")));
    assertThat(distance(repaired.nearest(), input, weights))
        .isCloseTo(expected.get("distance").asDouble(), within(TOLERANCE));
    Cholesky.lower(repaired.matrix());
  }

  private static double distance(double[][] x, double[][] a, double[] weights) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        sum += weights[i] * weights[j] * (x[i][j] - a[i][j]) * (x[i][j] - a[i][j]);
      }
    }
    return Math.sqrt(sum);
  }

  private static void assertClose(double[][] actual, double[][] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).containsExactly(expected[i], within(TOLERANCE));
    }
  }

  private static double[][] matrix(JsonNode rows) {
    return Vectors.stream(rows).map(Vectors::doubles).toArray(double[][]::new);
  }
}
