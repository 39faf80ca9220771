package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.synthesis.testing.Vectors;

class RidgeTest {
  static List<JsonNode> regressions() {
    return Vectors.cases("ridge.json").toList();
  }

  @ParameterizedTest
  @MethodSource("regressions")
  void coefficientsAndPredictionsAgree(JsonNode vector) {
    RegressionRows data = RegressionRows.of(vector);
    JsonNode expected = vector.get("expected");
    assertThat(data.x()).hasNumberOfRows(expected.get("rows").asInt());

    LinearModel model = new Ridge(data.x(), data.y()).fit(vector.get("lambda").asDouble());

    near(model.intercept(), expected.get("intercept"));
    near(model.means(), expected.get("mean"));
    near(model.sds(), expected.get("sdPopulation"));
    near(model.coefficients(), expected.get("standardisedCoefficients"));
    double[] predictions = Arrays.stream(data.x()).mapToDouble(model::predict).toArray();
    near(Arrays.copyOf(predictions, 5), expected.get("firstPredictions"));
    near(Pearson.of(predictions, data.y()), expected.get("inSampleR"));
  }

  @ParameterizedTest
  @MethodSource("regressions")
  void leaveOneOutErrorChoosesLambda(JsonNode vector) {
    RegressionRows data = RegressionRows.of(vector);
    JsonNode expected = vector.get("expected").get("leaveOneOut");
    Ridge ridge = new Ridge(data.x(), data.y());

    near(Ridge.lambdas(), expected.get("lambdas"));
    near(Arrays.stream(Ridge.lambdas()).map(ridge::leaveOneOut).toArray(), expected.get("mse"));
    near(ridge.bestLambda(), expected.get("best"));
  }

  @Test
  void aColumnWithoutSpreadDoesNotCount() {
    double[][] x = {{1, 7}, {2, 7}, {4, 7}, {3, 7}};
    double[] y = {1, 2, 4, 3};

    LinearModel model = new Ridge(x, y).fit(1e-9);

    assertThat(model.coefficients()[1]).isZero();
    assertThat(model.predict(new double[] {2.5, 1000})).isCloseTo(2.5, within(1e-8));
  }

  @Test
  void fewerThanTwoRowsAreRefused() {
    assertThatThrownBy(() -> new Ridge(new double[][] {{1}}, new double[] {1}))
        .hasMessageContaining("two or more rows");
  }

  private static void near(double actual, JsonNode expected) {
    double value = expected.asDouble();
    assertThat(actual).isCloseTo(value, relative(value));
  }

  private static void near(double[] actual, JsonNode expected) {
    double[] values = Vectors.doubles(expected);
    assertThat(actual).hasSameSizeAs(values);
    for (int i = 0; i < values.length; i++) {
      assertThat(actual[i]).isCloseTo(values[i], relative(values[i]));
    }
  }

  private static Offset<Double> relative(double value) {
    return within(1e-8 * Math.abs(value));
  }
}
