package org.spineregistry.synthesis.marginal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LatentTableTest {
  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  record Case(String name, Marginal marginal, ContinuousDistribution reference, double scale) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> distributions() {
    return List.of(
        new Case("normal", new NormalMarginal(5, 2), NormalDistribution.of(5, 2), 2),
        new Case("uniform", new UniformMarginal(1, 9), UniformContinuousDistribution.of(1, 9), 8),
        new Case("logNormal", new LogNormalMarginal(1, 1), LogNormalDistribution.of(1, 1), 5),
        new Case("gamma", new GammaMarginal(0.4, 3), GammaDistribution.of(0.4, 3), 3),
        new Case("gamma of large shape", new GammaMarginal(60, 1), GammaDistribution.of(60, 1), 8),
        new Case("beta", new BetaMarginal(1.6, 2.9, 0, 1), BetaDistribution.of(1.6, 2.9), 1),
        new Case(
            "u-shaped beta", new BetaMarginal(0.3, 0.4, 0, 1), BetaDistribution.of(0.3, 0.4), 1),
        new Case(
            "truncatedNormal",
            new TruncatedNormalMarginal(2, 3, 2, 8),
            TruncatedNormalDistribution.of(2, 3, 2, 8),
            6),
        new Case("studentT", new StudentTMarginal(0, 1, 1.3), TDistribution.of(1.3), 1));
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void tableInvertsTheDistribution(Case c) {
    double lowest = c.reference.inverseCumulativeProbability(1e-4);
    double highest = c.reference.inverseSurvivalProbability(1e-4);
    LatentTable table = LatentTable.of(c.marginal, lowest, highest);

    for (double z = -3.6; z <= 3.6; z += 0.0137) {
      double exact =
          z < 0
              ? c.reference.inverseCumulativeProbability(STANDARD.cumulativeProbability(z))
              : c.reference.inverseSurvivalProbability(STANDARD.survivalProbability(z));
      assertThat(table.value(z))
          .as("z = %s", z)
          .isCloseTo(exact, within(2e-6 * (c.scale + Math.abs(exact))));
    }
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void distributionFunctionsAgreeWithCommonsStatistics(Case c) {
    for (double p = 0.001; p < 1; p += 0.0317) {
      double x = c.reference.inverseCumulativeProbability(p);
      assertThat(c.marginal.cdf(x)).isCloseTo(c.reference.cumulativeProbability(x), within(1e-10));
      assertThat(c.marginal.upper(x)).isCloseTo(c.reference.survivalProbability(x), within(1e-10));
      assertThat(c.marginal.logDensity(x)).isCloseTo(c.reference.logDensity(x), within(1e-8));
    }
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void valuesNeverFallAndStayInTheRange(Case c) {
    double lowest = c.reference.inverseCumulativeProbability(0.02);
    double highest = c.reference.inverseCumulativeProbability(0.97);
    LatentTable table = LatentTable.of(c.marginal, lowest, highest);

    double before = lowest;
    for (double z = -9; z <= 9; z += 0.001) {
      double value = table.value(z);
      assertThat(value).isBetween(before, highest);
      before = value;
    }
    assertThat(table.value(-9)).isEqualTo(lowest);
    assertThat(table.value(9)).isEqualTo(highest);
  }

  @Test
  void aMarginalWithoutMassInTheRangeIsRefused() {
    Marginal far = new UniformMarginal(100, 200);

    assertThatThrownBy(() -> LatentTable.of(far, 0, 1)).hasMessageContaining("no mass");
  }
}
