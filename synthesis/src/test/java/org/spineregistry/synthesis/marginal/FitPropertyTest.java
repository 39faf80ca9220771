package org.spineregistry.synthesis.marginal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a registry column looks like, a fit exists, is usable and cannot be improved nearby. */
class FitPropertyTest {
  @Property(tries = 150, seed = "2026")
  void aFitIsFoundForEverySampleThatIsNotConstant(@ForAll("columns") double[] column) {
    Sample sample = Sample.of(column);
    Assume.that(!sample.isConstant());

    FittedMarginal best = FittedMarginal.best(sample);

    assertThat(best.ks()).isBetween(0.0, 1.0);
    LatentTable table = LatentTable.of(best.marginal(), sample.min(), sample.max());
    double before = sample.min();
    for (double z = -8; z <= 8; z += 0.25) {
      assertThat(table.value(z)).isBetween(before, sample.max());
      before = table.value(z);
    }
  }

  @Property(tries = 80, seed = "2026")
  void distributionFunctionsRiseFromZeroToOne(@ForAll("columns") double[] column) {
    Sample sample = Sample.of(column);
    Assume.that(!sample.isConstant());

    for (Family family : Family.values()) {
      FittedMarginal.of(family, sample)
          .ifPresent(
              fitted -> {
                double before = 0;
                for (int i = 0; i < sample.distinct(); i++) {
                  double share = fitted.marginal().cdf(sample.value(i));
                  double rest = fitted.marginal().upper(sample.value(i));
                  assertThat(share).as(family.label()).isBetween(before - 1e-9, 1.0);
                  assertThat(share + rest).isBetween(1 - 1e-9, 1 + 1e-9);
                  before = share;
                }
              });
    }
  }

  /** The likelihood at the fit is not below that of a neighbour in any parameter. */
  @Property(tries = 60, seed = "2026")
  void noNeighbouringParametersAreMoreLikely(@ForAll("continuous") double[] column) {
    Sample sample = Sample.of(column);
    Assume.that(!sample.isConstant());
    double lower = sample.supportLower();
    double upper = sample.supportUpper();

    BetaFit.fit(sample)
        .ifPresent(
            m -> {
              for (double f : new double[] {0.99, 1.01}) {
                better(sample, m, new BetaMarginal(m.alpha() * f, m.beta(), lower, upper));
                better(sample, m, new BetaMarginal(m.alpha(), m.beta() * f, lower, upper));
              }
            });
    GammaFit.fit(sample)
        .ifPresent(
            m -> {
              for (double f : new double[] {0.99, 1.01}) {
                better(sample, m, new GammaMarginal(m.shape() * f, m.scale() / f));
                better(sample, m, new GammaMarginal(m.shape(), m.scale() * f));
              }
            });
    TruncatedNormalMarginal t = TruncatedNormalFit.fit(sample).orElseThrow();
    for (double f : new double[] {0.99, 1.01}) {
      double scale = clamp(t.scale() * f, sample.range() / 1000, 10 * sample.range());
      better(sample, t, new TruncatedNormalMarginal(t.location(), scale, lower, upper));
      double moved = clamp(t.location() + (f - 1) * sample.range(), lower, upper);
      better(sample, t, new TruncatedNormalMarginal(moved, t.scale(), lower, upper));
    }
    StudentTMarginal s = StudentTFit.fit(sample).orElseThrow();
    for (double f : new double[] {0.99, 1.01}) {
      double scale = clamp(s.scale() * f, sample.range() / 1000, 10 * sample.range());
      double freedom = clamp(s.degreesOfFreedom() * f, 1, 200);
      better(sample, s, new StudentTMarginal(s.location(), scale, s.degreesOfFreedom()));
      better(sample, s, new StudentTMarginal(s.location(), s.scale(), freedom));
      better(
          sample,
          s,
          new StudentTMarginal(
              s.location() + (f - 1) * s.scale(), s.scale(), s.degreesOfFreedom()));
    }
  }

  private static void better(Sample sample, Marginal fitted, Marginal neighbour) {
    assertThat(logLikelihood(sample, fitted))
        .isGreaterThanOrEqualTo(logLikelihood(sample, neighbour) - 1e-6);
  }

  private static double logLikelihood(Sample sample, Marginal marginal) {
    return sample.size() * sample.average(marginal::logDensity);
  }

  private static double clamp(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }

  /** Scores in steps, spikes, outliers, large offsets, tiny samples. */
  @Provide
  Arbitrary<double[]> columns() {
    Arbitrary<Double> step = Arbitraries.of(1.0, 0.5, 0.1, 0.001);
    Arbitrary<Double> offset = Arbitraries.of(0.0, -50.0, 1000.0, 1_000_000.0);
    Arbitrary<Integer> spread = Arbitraries.of(1, 2, 10, 100, 10_000);
    Arbitrary<Integer> spike = Arbitraries.integers().between(0, 60);
    Arbitrary<int[]> draws =
        Arbitraries.integers().between(0, 1_000_000).array(int[].class).ofMinSize(2).ofMaxSize(60);
    return Combinators.combine(draws, step, offset, spread, spike)
        .as(
            (values, unit, shift, width, repeats) -> {
              double[] column = new double[values.length + repeats];
              Arrays.fill(column, shift + unit * width / 3);
              for (int i = 0; i < values.length; i++) {
                column[i] = shift + unit * (values[i] % (width + 1));
              }
              return column;
            });
  }

  @Provide
  Arbitrary<double[]> continuous() {
    return Arbitraries.doubles()
        .between(0.5, 40)
        .ofScale(3)
        .array(double[].class)
        .ofMinSize(8)
        .ofMaxSize(60);
  }
}
