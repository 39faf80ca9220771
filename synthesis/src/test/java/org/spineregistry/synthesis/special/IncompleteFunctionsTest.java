package org.spineregistry.synthesis.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;

/** Compared with closed forms (DLMF 5.4, 8.4, 8.17) and with Commons Statistics. */
class IncompleteFunctionsTest {
  private static final double EULER_GAMMA = 0.57721566490153286061;

  @Test
  void gammaOfWholeNumbersIsAFactorial() {
    double factorial = 1;
    for (int n = 1; n < 20; n++) {
      assertThat(GammaFunction.log(n)).isCloseTo(StrictMath.log(factorial), within(1e-13 * n));
      factorial *= n;
    }
    assertThat(GammaFunction.log(0.5)).isCloseTo(0.5 * StrictMath.log(Math.PI), within(1e-14));
  }

  @Test
  void digammaAndTrigammaHaveTheirClosedForms() {
    assertThat(GammaFunction.digamma(1)).isCloseTo(-EULER_GAMMA, within(1e-14));
    assertThat(GammaFunction.digamma(0.5))
        .isCloseTo(-EULER_GAMMA - 2 * StrictMath.log(2), within(1e-14));
    assertThat(GammaFunction.trigamma(1)).isCloseTo(Math.PI * Math.PI / 6, within(1e-14));
    assertThat(GammaFunction.trigamma(0.5)).isCloseTo(Math.PI * Math.PI / 2, within(1e-14));
  }

  @Test
  void incompleteGammaOfShapeOneIsExponential() {
    IncompleteGamma exponential = new IncompleteGamma(1);

    for (double x : new double[] {1e-9, 0.1, 1, 2.5, 30, 200}) {
      double expected = StrictMath.exp(-x);
      assertThat(exponential.upper(x)).isCloseTo(expected, within(1e-13 * expected));
      assertThat(exponential.lower(x)).isCloseTo(-StrictMath.expm1(-x), within(1e-14));
    }
  }

  @Test
  void incompleteBetaOfOneAndOneIsUniform() {
    IncompleteBeta uniform = new IncompleteBeta(1, 1);

    for (double x : new double[] {1e-12, 0.2, 0.5, 0.77, 1 - 1e-9}) {
      assertThat(uniform.value(x, 1 - x)).isCloseTo(x, within(1e-14));
      assertThat(uniform.complement(x, 1 - x)).isCloseTo(1 - x, within(1e-14));
    }
  }

  @Test
  void supportsHaveHardEnds() {
    assertThat(new IncompleteGamma(2).lower(0)).isZero();
    assertThat(new IncompleteGamma(2).upper(-1)).isEqualTo(1);
    assertThat(new IncompleteBeta(2, 3).value(0, 1)).isZero();
    assertThat(new IncompleteBeta(2, 3).value(1, 0)).isEqualTo(1);
    assertThat(new IncompleteBeta(2, 3).complement(0, 1)).isEqualTo(1);
    assertThat(new IncompleteBeta(2, 3).complement(1, 0)).isZero();
  }

  @Property(tries = 500, seed = "2026")
  void incompleteGammaAgreesWithCommonsStatistics(
      @ForAll @DoubleRange(min = 0.05, max = 500) double shape,
      @ForAll @DoubleRange(min = 0.01, max = 3) double ratio) {
    GammaDistribution reference = GammaDistribution.of(shape, 1);
    double x = shape * ratio;

    assertThat(new IncompleteGamma(shape).lower(x))
        .isCloseTo(reference.cumulativeProbability(x), within(1e-12));
    assertThat(new IncompleteGamma(shape).upper(x))
        .isCloseTo(reference.survivalProbability(x), within(1e-12));
  }

  @Property(tries = 500, seed = "2026")
  void incompleteBetaAgreesWithCommonsStatistics(
      @ForAll @DoubleRange(min = 0.05, max = 200) double alpha,
      @ForAll @DoubleRange(min = 0.05, max = 200) double beta,
      @ForAll @Scale(4) @DoubleRange(min = 0.0001, max = 0.9999) double x) {
    BetaDistribution reference = BetaDistribution.of(alpha, beta);
    IncompleteBeta ours = new IncompleteBeta(alpha, beta);

    assertThat(ours.value(x, 1 - x)).isCloseTo(reference.cumulativeProbability(x), within(1e-12));
    assertThat(ours.complement(x, 1 - x))
        .isCloseTo(reference.survivalProbability(x), within(1e-12));
  }
}
