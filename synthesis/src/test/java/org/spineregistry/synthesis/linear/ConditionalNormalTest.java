package org.spineregistry.synthesis.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.synthesis.testing.Vectors;

class ConditionalNormalTest {
  private static final double TOLERANCE = 1e-12;

  static Stream<JsonNode> cases() {
    return Vectors.cases("conditional-normal.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithTheVectors(JsonNode vector) {
    JsonNode expected = vector.get("expected");

    ConditionalNormal conditional = conditional(vector);

    assertThat(conditional.rest()).containsExactly(integers(expected.get("rest")));
    assertThat(conditional.mean(Vectors.doubles(vector.get("values"))))
        .containsExactly(Vectors.doubles(expected.get("mean")), within(TOLERANCE));
    double[][] covariance = matrix(expected.get("covariance"));
    double[][] cholesky = matrix(expected.get("cholesky"));
    for (int i = 0; i < covariance.length; i++) {
      assertThat(conditional.covariance()[i]).containsExactly(covariance[i], within(TOLERANCE));
      for (int j = 0; j <= i; j++) {
        assertThat(conditional.lower()[i][j]).isCloseTo(cholesky[i][j], within(TOLERANCE));
      }
    }
  }

  /** Independent normals 1, 0, 0, ... add the first column of the Cholesky factor to the mean. */
  @ParameterizedTest
  @MethodSource("cases")
  void drawsAreMeanPlusFactorTimesIndependentNormals(JsonNode vector) {
    JsonNode expected = vector.get("expected");
    double[] values = Vectors.doubles(vector.get("values"));
    int[] given = integers(vector.get("given"));
    double[] latents = new double[5];
    for (int k = 0; k < given.length; k++) {
      latents[given[k]] = values[k];
    }

    conditional(vector).draw(new double[] {1, 0, 0, 0, 0}, latents);

    int[] rest = integers(expected.get("rest"));
    for (int i = 0; i < rest.length; i++) {
      double mean = expected.get("mean").get(i).asDouble();
      double factor = expected.get("cholesky").get(i).get(0).asDouble();
      assertThat(latents[rest[i]]).isCloseTo(mean + factor, within(TOLERANCE));
    }
    for (int k = 0; k < given.length; k++) {
      assertThat(latents[given[k]]).isEqualTo(values[k]);
    }
  }

  @Test
  void nothingGivenLeavesTheCorrelationsAndAllGivenLeavesNothing() {
    double[][] correlation = {{1, 0.5}, {0.5, 1}};

    assertThat(ConditionalNormal.of(correlation, new int[0]).covariance())
        .isDeepEqualTo(correlation);
    assertThat(ConditionalNormal.of(correlation, new int[] {1, 0}).rest()).isEmpty();
  }

  @Test
  void aPositionGivenTwiceIsRefused() {
    double[][] correlation = {{1, 0.5}, {0.5, 1}};

    assertThatThrownBy(() -> ConditionalNormal.of(correlation, new int[] {1, 1}))
        .hasMessageContaining("twice");
  }

  private static ConditionalNormal conditional(JsonNode vector) {
    return ConditionalNormal.of(matrix(vector.get("correlation")), integers(vector.get("given")));
  }

  private static int[] integers(JsonNode array) {
    return Vectors.stream(array).mapToInt(JsonNode::asInt).toArray();
  }

  private static double[][] matrix(JsonNode rows) {
    return Vectors.stream(rows).map(Vectors::doubles).toArray(double[][]::new);
  }
}
