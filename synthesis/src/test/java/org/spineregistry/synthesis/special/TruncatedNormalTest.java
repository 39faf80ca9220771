package org.spineregistry.synthesis.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.synthesis.testing.Vectors;

class TruncatedNormalTest {
  static List<JsonNode> truncatedQuantiles() {
    return Vectors.cases("normal.json", "function", "truncatedQuantile");
  }

  @ParameterizedTest
  @MethodSource("truncatedQuantiles")
  void quantileAgreesWithTheVectors(JsonNode vector) {
    double expected = vector.get("expected").asDouble();
    double lower = Double.parseDouble(vector.get("lower").asText());
    double upper = Double.parseDouble(vector.get("upper").asText());
    double u = vector.get("u").asDouble();

    assertThat(TruncatedNormal.quantile(lower, upper, u))
        .isCloseTo(expected, within(1e-9 * Math.abs(expected)));
    assertThat(TruncatedNormal.quantile(-upper, -lower, 1 - u))
        .as("the mirror image")
        .isCloseTo(-expected, within(1e-9 * Math.abs(expected)));
  }

  /** Solved with 40 digits where doubles have no tail probability left. */
  @ParameterizedTest
  @CsvSource({
    "36.9, Infinity, 0.5, 36.918765946096195, 1e-12",
    "37.5, Infinity, 0.5, 37.51846626836715, 1e-6",
    "40, Infinity, 0.9, 40.057487458036022, 1e-6",
    "40, 41, 0.25, 40.007186920337577, 1e-6",
    "100, Infinity, 0.5, 100.00693053875243, 1e-7"
  })
  void quantileGoesOnWhereTailProbabilitiesEnd(
      double lower, double upper, double u, double expected, double relative) {
    assertThat(TruncatedNormal.quantile(lower, upper, u))
        .isCloseTo(expected, within(relative * expected));
  }

  /** Computed with 40 digits. */
  @ParameterizedTest
  @CsvSource({
    "-1, 0.5, -0.206631218061533, 1e-14",
    "2, Infinity, 2.3732155328228409, 1e-13",
    "7, 9, 7.1375454394180379, 1e-12",
    "0, 0.1, 0.049958347237913083, 1e-14",
    "-Infinity, -8, -8.1213681122361127, 1e-12",
    "3, 3.0001, 3.0000499974999584, 1e-11",
    "30, Infinity, 30.033259667433677, 1e-11",
    "40, Infinity, 40.024968847207264, 1e-4"
  })
  void meanAgreesWithLongArithmetic(double lower, double upper, double expected, double absolute) {
    assertThat(TruncatedNormal.mean(lower, upper)).isCloseTo(expected, within(absolute));
  }

  @Test
  void equalEndsGiveThemselvesAndSwappedEndsAreRefused() {
    assertThat(TruncatedNormal.quantile(1.25, 1.25, 0.3)).isEqualTo(1.25);
    assertThat(TruncatedNormal.quantile(-1.25, -1.25, 0.3)).isEqualTo(-1.25);
    assertThat(TruncatedNormal.mean(0.5, 0.5)).isEqualTo(0.5);
    assertThatThrownBy(() -> TruncatedNormal.quantile(1, 0, 0.5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TruncatedNormal.mean(Double.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 2000, seed = "2026")
  void quantilesRiseWithinTheInterval(
      @ForAll @DoubleRange(min = -45, max = 45) double end,
      @ForAll @DoubleRange(min = 0, max = 8) double width,
      @ForAll @DoubleRange(min = 0, max = 1) double u) {
    double upper = end + width;

    double value = TruncatedNormal.quantile(end, upper, u);

    assertThat(value).isBetween(end, upper);
    assertThat(TruncatedNormal.quantile(end, upper, 0.5 * u)).isLessThanOrEqualTo(value);
    assertThat(TruncatedNormal.mean(end, upper)).isBetween(end, upper);
  }
}
