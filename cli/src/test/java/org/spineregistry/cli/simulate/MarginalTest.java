package org.spineregistry.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against quantiles of published tables. */
class MarginalTest {
  /**
   * The chi-square distribution with 10 degrees of freedom is gamma with mean 10 and variance 20: 5
   * % and 95 % points.
   */
  @Test
  void gammaHasTheQuantilesOfChiSquare() {
    Marginal gamma = Marginal.gamma(10, Math.sqrt(20));
    assertThat(gamma.at(-1.6448536269514722)).isCloseTo(3.940299, within(1e-5));
    assertThat(gamma.at(1.6448536269514722)).isCloseTo(18.307038, within(1e-5));
  }

  @Test
  void logNormalHasItsMedianAtTheMeanOfTheLogarithm() {
    assertThat(Marginal.logNormal(3.31, 0.91, 1e-9, 1e9).at(0)).isCloseTo(27.385, within(1e-3));
  }

  /** Half of N(0, 1) above 0: median 0.674490, the upper quartile of the normal distribution. */
  @Test
  void aCutNormalKeepsItsRange() {
    Marginal half = Marginal.normal(0, 1, 0, 50);
    assertThat(half.at(0)).isCloseTo(0.674490, within(1e-6));
    assertThat(half.at(-40)).isEqualTo(0);
    assertThat(half.at(40)).isLessThanOrEqualTo(50);
  }

  @Test
  void sharesCutTheUnitIntervalInOrder() {
    Shares<String> shares = Shares.of("NEVER 50, FORMER 28, CURRENT 22");
    assertThat(shares.at(0.499)).isEqualTo("NEVER");
    assertThat(shares.at(0.501)).isEqualTo("FORMER");
    assertThat(shares.at(0.781)).isEqualTo("CURRENT");
    assertThat(shares.atScore(-0.01)).isEqualTo("NEVER");
    assertThat(shares.share("FORMER")).isEqualTo(0.28);
  }
}
