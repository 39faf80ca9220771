package org.spineregistry.synthesis.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.synthesis.linear.Cholesky;
import org.spineregistry.synthesis.linear.SymmetricEigen;
import org.spineregistry.synthesis.metric.EncodedRows;
import org.spineregistry.synthesis.testing.OptData;
import org.spineregistry.synthesis.testing.Vectors;

class LedoitWolfVectorTest {
  private static final Offset<Double> TOLERANCE = within(1e-10);

  static Stream<JsonNode> cases() {
    return Vectors.cases("ledoit-wolf.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shrinkageOfStandardisedCompleteRowsAgrees(JsonNode vector) {
    JsonNode expected = vector.get("expected");
    EncodedRows rows = standardised(Vectors.texts(vector.get("columns")));

    LedoitWolf estimate = LedoitWolf.of(rows);

    assertThat(rows.rows()).isEqualTo(expected.get("rows").asInt());
    assertThat(estimate.mu()).isCloseTo(expected.get("mu").asDouble(), TOLERANCE);
    assertThat(estimate.delta2()).isCloseTo(expected.get("delta2").asDouble(), TOLERANCE);
    assertThat(estimate.beta2()).isCloseTo(expected.get("beta2").asDouble(), TOLERANCE);
    assertThat(estimate.shrinkage()).isCloseTo(expected.get("shrinkage").asDouble(), TOLERANCE);
    assertCovariance(estimate.covariance(), expected);
  }

  private static void assertCovariance(double[][] covariance, JsonNode expected) {
    double squares = 0;
    double logDeterminant = 0;
    double[][] lower = Cholesky.lower(covariance);
    for (int i = 0; i < covariance.length; i++) {
      logDeterminant += 2 * StrictMath.log(lower[i][i]);
      for (int j = 0; j < covariance.length; j++) {
        squares += covariance[i][j] * covariance[i][j];
        if (expected.has("covariance")) {
          assertThat(covariance[i][j])
              .isCloseTo(expected.get("covariance").get(i).get(j).asDouble(), TOLERANCE);
        }
      }
    }
    assertThat(squares).isCloseTo(expected.get("sumOfSquares").asDouble(), TOLERANCE);
    assertThat(logDeterminant).isCloseTo(expected.get("logDeterminant").asDouble(), TOLERANCE);
    assertThat(SymmetricEigen.of(covariance).smallest())
        .isCloseTo(expected.get("minEigenvalue").asDouble(), TOLERANCE);
  }

  /** Rows without gaps, each column by its mean and population SD. */
  private static EncodedRows standardised(List<String> names) {
    List<double[]> columns = names.stream().map(OptData::numbers).toList();
    int[] complete =
        IntStream.range(0, columns.get(0).length)
            .filter(row -> columns.stream().noneMatch(column -> Double.isNaN(column[row])))
            .toArray();
    double[] values = new double[complete.length * names.size()];
    for (int d = 0; d < names.size(); d++) {
      double[] column = columns.get(d);
      double mean = IntStream.of(complete).mapToDouble(row -> column[row]).average().orElseThrow();
      double variance =
          IntStream.of(complete)
              .mapToDouble(row -> (column[row] - mean) * (column[row] - mean))
              .average()
              .orElseThrow();
      for (int i = 0; i < complete.length; i++) {
        values[i * names.size() + d] = (column[complete[i]] - mean) / Math.sqrt(variance);
      }
    }
    return new EncodedRows(complete.length, names.size(), values);
  }
}
