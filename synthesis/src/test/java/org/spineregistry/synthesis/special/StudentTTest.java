package org.spineregistry.synthesis.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {
  /** The closed forms of one and two degrees of freedom, and a printed table of t. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.025, 12.706204736174698, 1e-12",
    "2, 0.025, 4.302652729749463, 1e-12",
    "4, 0.025, 2.776, 5e-4",
    "9, 0.025, 2.262, 5e-4",
    "9, 0.005, 3.250, 5e-4",
    "30, 0.05, 1.697, 5e-4",
    "120, 0.025, 1.980, 5e-4"
  })
  void quantilesAreThoseOfTheTables(double freedom, double q, double expected, double tolerance) {
    StudentT t = new StudentT(freedom);

    assertThat(t.upperQuantile(q)).isCloseTo(expected, within(tolerance));
    assertThat(t.upperQuantile(1 - q)).isCloseTo(-expected, within(tolerance));
  }

  @Test
  void medianIsZero() {
    assertThat(new StudentT(7).upperQuantile(0.5)).isZero();
  }

  @Property(tries = 200, seed = "2026")
  void tailsAndQuantilesAreThoseOfCommonsStatistics(
      @ForAll @IntRange(min = 1, max = 20_000) int freedom,
      @ForAll @DoubleRange(min = 1e-6, max = 0.4999) @Scale(6) double q) {
    TDistribution reference = TDistribution.of(freedom);
    StudentT t = new StudentT(freedom);

    double quantile = t.upperQuantile(q);

    double expected = reference.inverseSurvivalProbability(q);
    assertThat(quantile).isCloseTo(expected, within(1e-6 * expected));
    assertThat(t.tail(quantile)).isCloseTo(q, within(1e-9 * q));
    assertThat(reference.survivalProbability(quantile)).isCloseTo(q, within(1e-9 * q));
    assertThat(t.logDensity(quantile))
        .isCloseTo(reference.logDensity(quantile), within(1e-9 * freedom));
  }
}
