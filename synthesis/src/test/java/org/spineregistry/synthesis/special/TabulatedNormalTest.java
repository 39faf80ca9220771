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

class TabulatedNormalTest {
  private static final double TOLERANCE = 5e-16;

  static List<JsonNode> distributions() {
    return Vectors.cases("normal.json", "function", "cdf");
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void agreesWithTheVectorsToTheLastDigits(JsonNode vector) {
    assertThat(TabulatedNormal.cdf(vector.get("x").asDouble()))
        .isCloseTo(vector.get("expected").asDouble(), within(TOLERANCE));
  }

  @Property(tries = 2000, seed = "2026")
  void agreesWithCommonsStatisticsBetweenItsPoints(
      @ForAll @Scale(12) @DoubleRange(min = -9, max = 9) double x) {
    double expected = NormalDistribution.of(0, 1).cumulativeProbability(x);

    assertThat(TabulatedNormal.cdf(x)).isCloseTo(expected, within(TOLERANCE));
  }

  @Test
  void theEndsAreZeroAndOne() {
    assertThat(TabulatedNormal.cdf(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(TabulatedNormal.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(TabulatedNormal.cdf(Double.NaN)).isNaN();
  }
}
