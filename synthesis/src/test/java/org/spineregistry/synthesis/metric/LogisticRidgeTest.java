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

class LogisticRidgeTest {
  /**
   * Mean log loss of fits that really leave each row out, by a separate program in NumPy, for each
   * vector and each lambda of the grid.
   */
  private static final double[][] LEFT_OUT = {
    {
      0.3814054544,
      0.3811548309,
      0.3807428954,
      0.3800978169,
      0.3791533217,
      0.3778789692,
      0.3762964312,
      0.3744606187,
      0.3724370442,
      0.3703236036,
      0.3683114385,
      0.3667452025,
      0.3660890405,
      0.3666934135,
      0.3684480457,
      0.3707134568,
      0.3727828041,
      0.3743207157,
      0.3753330109,
      0.3759548841,
      0.3763223901
    },
    {
      0.3154617026,
      0.315454909,
      0.3154429195,
      0.315421884,
      0.3153853563,
      0.3153230605,
      0.3152200736,
      0.3150585522,
      0.3148262912,
      0.3145356536,
      0.3142438798,
      0.3140430707,
      0.3139987051,
      0.3140920026,
      0.3142447298,
      0.314388935,
      0.3144966725,
      0.3145677158,
      0.3146114119,
      0.3146372556,
      0.3146522071
    }
  };

  static List<JsonNode> regressions() {
    return Vectors.cases("logistic.json").toList();
  }

  @ParameterizedTest
  @MethodSource("regressions")
  void coefficientsAndProbabilitiesAgree(JsonNode vector) {
    RegressionRows data = RegressionRows.of(vector);
    boolean[] y = data.isLevel(vector.get("positiveLevel").asText());
    JsonNode expected = vector.get("expected");
    assertThat(data.x()).hasNumberOfRows(expected.get("rows").asInt());

    LinearModel model = new LogisticRidge(data.x(), y).fit(vector.get("lambda").asDouble());

    near(model.intercept(), expected.get("intercept").asDouble());
    near(model.means(), expected.get("mean"));
    near(model.sds(), expected.get("sdPopulation"));
    near(model.coefficients(), expected.get("standardisedCoefficients"));
    double[] probabilities = Arrays.stream(data.x()).mapToDouble(model::probability).toArray();
    near(Arrays.copyOf(probabilities, 5), expected.get("firstProbabilities"));
    near(logLikelihood(probabilities, y), expected.get("logLikelihood").asDouble());
    double[] logOdds = Arrays.stream(data.x()).mapToDouble(model::predict).toArray();
    near(new Auc(logOdds, y).value(), expected.get("inSampleAuc").asDouble());
  }

  @Test
  void leavingOutIsAsGoodAsRefitting() {
    for (int vector = 0; vector < LEFT_OUT.length; vector++) {
      JsonNode one = regressions().get(vector);
      RegressionRows data = RegressionRows.of(one);
      LogisticRidge ridge =
          new LogisticRidge(data.x(), data.isLevel(one.get("positiveLevel").asText()));

      double[] loss = Arrays.stream(Ridge.lambdas()).map(ridge::leaveOneOut).toArray();

      for (int i = 0; i < loss.length; i++) {
        // measured: one Newton step falls short by 0.17 % at most, where the penalty is weakest
        double exact = LEFT_OUT[vector][i];
        assertThat(loss[i]).isCloseTo(exact, within(0.002 * exact));
      }
      assertThat(ridge.bestLambda()).isEqualTo(100); // where the refits have their minimum
    }
  }

  @Test
  void aColumnWithoutSpreadDoesNotCount() {
    double[][] x = {{1, 7}, {2, 7}, {4, 7}, {3, 7}};

    LinearModel model = new LogisticRidge(x, new boolean[] {false, true, true, false}).fit(1e-3);

    assertThat(model.coefficients()[1]).isZero();
  }

  @Test
  void separatedOutcomesHaveFiniteCoefficients() {
    double[][] x = {{1}, {2}, {3}, {4}};
    boolean[] y = {false, false, true, true};

    LogisticRidge ridge = new LogisticRidge(x, y);

    assertThat(ridge.fit(1e-4).coefficients()[0]).isFinite().isGreaterThan(1);
    assertThat(ridge.bestLambda()).isIn(Arrays.stream(Ridge.lambdas()).boxed().toList());
  }

  @Test
  void oneOutcomeAloneIsRefused() {
    assertThatThrownBy(() -> new LogisticRidge(new double[][] {{1}, {2}}, new boolean[2]))
        .hasMessageContaining("both outcomes");
  }

  private static double logLikelihood(double[] probabilities, boolean[] y) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += StrictMath.log(y[i] ? probabilities[i] : 1 - probabilities[i]);
    }
    return sum;
  }

  private static void near(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, relative(expected));
  }

  private static void near(double[] actual, JsonNode expected) {
    double[] values = Vectors.doubles(expected);
    assertThat(actual).hasSameSizeAs(values);
    for (int i = 0; i < values.length; i++) {
      near(actual[i], values[i]);
    }
  }

  private static Offset<Double> relative(double value) {
    return within(1e-6 * Math.abs(value));
  }
}
