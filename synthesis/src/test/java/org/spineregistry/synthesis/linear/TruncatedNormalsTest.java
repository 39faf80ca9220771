package org.spineregistry.synthesis.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;

class TruncatedNormalsTest {
  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final RandomStream RANDOM = Seed.ofHex("69".repeat(32)).stream("truncated");
  private static final int ROWS = 40_000;
  private static final int FIRST_DRAW = 7;

  record Case(double rho, double[] lower, double[] upper, double[] moments) {}

  /** Means of x, y, xy, x^2 and y^2 by numerical integration of the bivariate density. */
  private static final List<Case> CASES =
      List.of(
          new Case(
              0.6,
              new double[] {0.2, -1.5},
              new double[] {0.9, -0.3},
              new double[] {
                0.4906124478, -0.7063095005, -0.3433317348, 0.2784956399, 0.5898214242
              }),
          new Case(
              0.9,
              new double[] {1, -NONE},
              new double[] {NONE, 0.5},
              new double[] {1.1814526809, 0.2922795475, 0.3488986870, 1.4224099064, 0.1184948856}),
          new Case(
              0.98,
              new double[] {0.5, -NONE},
              new double[] {NONE, 0.2},
              new double[] {0.5769183020, 0.1211330649, 0.0704158045, 0.3377114376, 0.0197581142}));

  @Example
  void momentsAreThoseOfTheTruncatedBivariateNormal() {
    for (Case c : CASES) {
      TruncatedNormals normals = TruncatedNormals.of(correlation(c.rho), c.lower, c.upper);
      double[] sums = new double[5];
      double[] xy = new double[2];
      for (int row = 0; row < ROWS; row++) {
        normals.draw(RANDOM, row, 0, FIRST_DRAW, xy);
        double[] terms = {xy[0], xy[1], xy[0] * xy[1], xy[0] * xy[0], xy[1] * xy[1]};
        for (int m = 0; m < sums.length; m++) {
          sums[m] += terms[m] / ROWS;
        }
      }
      // five standard errors: no moment has a standard deviation above 0.6
      assertThat(sums).containsExactly(c.moments, within(5 * 0.6 / Math.sqrt(ROWS)));
    }
  }

  /** The mean of x where x, y > 0 is (1 + rho) phi(0) / 2 over 1/4 + asin(rho) / 2 pi. */
  @Property(tries = 8, seed = "2026")
  void theOrthantHasRosenbaumsMean(@ForAll @DoubleRange(min = -0.8, max = 0.9) double rho) {
    TruncatedNormals normals =
        TruncatedNormals.of(correlation(rho), new double[] {0, 0}, new double[] {NONE, NONE});
    double density = 1 / Math.sqrt(2 * Math.PI);
    double expected = (1 + rho) * density * 0.5 / (0.25 + StrictMath.asin(rho) / (2 * Math.PI));

    double sum = 0;
    double[] xy = new double[2];
    for (int row = 0; row < ROWS / 4; row++) {
      normals.draw(RANDOM, row, 1, 0, xy);
      sum += xy[0];
    }

    assertThat(sum / (ROWS / 4)).isCloseTo(expected, within(5 * 0.7 / Math.sqrt(ROWS / 4.0)));
  }

  /** Given y = 1, x is normal with mean rho and variance 1 - rho^2, here above its mean. */
  @Example
  void oneIntervalBesideAFixedValueIsDrawnExactly() {
    TruncatedNormals normals =
        TruncatedNormals.of(correlation(0.6), new double[] {0.6, 1}, new double[] {NONE, 1});
    double[] xy = new double[2];

    normals.draw(RANDOM, 3, 2, FIRST_DRAW, xy);

    double uniform = RANDOM.uniform(3, 2, FIRST_DRAW);
    double half = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.5 + 0.5 * uniform);
    assertThat(normals.draws()).isEqualTo(2);
    assertThat(xy[1]).isEqualTo(1);
    assertThat(xy[0]).isCloseTo(0.6 + 0.8 * half, within(1e-12));
  }

  @Property(tries = 200, seed = "2026")
  void valuesStayInTheirIntervalsHoweverUnlikely(
      @ForAll @DoubleRange(min = -0.98, max = 0.98) double rho,
      @ForAll @DoubleRange(min = -6, max = 6) double first,
      @ForAll @DoubleRange(min = -6, max = 6) double second,
      @ForAll @IntRange(min = 0, max = 1000) int row) {
    double[] lower = {first, -NONE};
    double[] upper = {first + 0.1, second};
    double[] xy = new double[2];

    TruncatedNormals.of(correlation(rho), lower, upper).draw(RANDOM, row, 0, 0, xy);

    assertThat(xy[0]).isBetween(lower[0], upper[0]);
    assertThat(xy[1]).isLessThanOrEqualTo(upper[1]);
  }

  @Example
  void drawsDependOnNothingButTheirAddress() {
    TruncatedNormals normals =
        TruncatedNormals.of(correlation(0.5), new double[] {0, 0}, new double[] {1, 2});
    double[] first = new double[2];
    double[] again = new double[2];
    normals.draw(RANDOM, 11, 3, FIRST_DRAW, first);
    normals.draw(RANDOM, 12, 3, FIRST_DRAW, again);
    assertThat(again).isNotEqualTo(first);

    normals.draw(RANDOM, 11, 3, FIRST_DRAW, again);

    assertThat(again).isEqualTo(first);
    assertThat(normals.draws()).isEqualTo(100);
  }

  @Example
  void anEmptyIntervalIsRefused() {
    assertThatThrownBy(
            () -> TruncatedNormals.of(correlation(0.5), new double[] {1, 0}, new double[] {0, 1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[][] correlation(double rho) {
    return new double[][] {{1, rho}, {rho, 1}};
  }
}
