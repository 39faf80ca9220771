package org.spineregistry.synthesis.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.synthesis.testing.Vectors;

class StandardNormalTest {
  static List<JsonNode> quantiles() {
    return Vectors.cases("normal.json", "function", "quantile");
  }

  static List<JsonNode> upperQuantiles() {
    return Vectors.cases("normal.json", "function", "upperQuantile");
  }

  static List<JsonNode> distributions() {
    return Vectors.cases("normal.json", "function", "cdf");
  }

  @ParameterizedTest
  @MethodSource("quantiles")
  void quantileIsExactToFourteenDigits(JsonNode vector) {
    double expected = vector.get("expected").asDouble();
    double p = Double.parseDouble(vector.get("pHex").asText());

    assertThat(StandardNormal.quantile(p)).isCloseTo(expected, relative(expected, 1e-14));
  }

  @ParameterizedTest
  @MethodSource("upperQuantiles")
  void upperQuantileIsExactToFourteenDigits(JsonNode vector) {
    double expected = vector.get("expected").asDouble();
    double q = Double.parseDouble(vector.get("qHex").asText());

    assertThat(StandardNormal.upperQuantile(q)).isCloseTo(expected, relative(expected, 1e-14));
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void tailsAndDensityAreExactToTwelveDigits(JsonNode vector) {
    double x = vector.get("x").asDouble();
    double lower = vector.get("expected").asDouble();
    double upper = vector.get("upper").asDouble();
    double density = vector.get("density").asDouble();

    assertThat(StandardNormal.cdf(x)).isCloseTo(lower, relative(lower, 1e-12));
    assertThat(StandardNormal.upper(x)).isCloseTo(upper, relative(upper, 1e-12));
    assertThat(StandardNormal.density(x)).isCloseTo(density, relative(density, 1e-12));
  }

  @Test
  void quantileOfZeroAndOneIsInfinite() {
    assertThat(StandardNormal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(StandardNormal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(StandardNormal.quantile(-0.1)).isNaN();
  }

  @Property(seed = "2026")
  void agreesWithCommonsStatistics(
      @ForAll @Scale(12) @DoubleRange(min = 1e-12, max = 0.999999) double p) {
    NormalDistribution reference = NormalDistribution.of(0, 1);
    double expected = reference.inverseCumulativeProbability(p);

    assertThat(StandardNormal.quantile(p)).isCloseTo(expected, within(1e-12));
    assertThat(StandardNormal.cdf(expected)).isCloseTo(p, relative(p, 1e-10));
  }

  private static org.assertj.core.data.Offset<Double> relative(double expected, double tolerance) {
    return within(tolerance * Math.abs(expected) + 1e-320 + (expected == 0 ? 1e-15 : 0));
  }
}
