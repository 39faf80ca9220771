package org.spineregistry.synthesis.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Densities were computed with SciPy's {@code gaussian_kde}. */
class KernelDensityTest {
  private static final Offset<Double> TOLERANCE = within(1e-7);

  @Test
  void ofOneDimensionAgrees() {
    KernelDensity density = KernelDensity.of(new double[][] {{0, 1, 1.5, 4, -2}});

    assertThat(density.logDensity(new double[][] {{0, 2, 10}}))
        .containsExactly(
            new double[] {-1.9074709908427123, -1.9907357453644094, -10.128607783224425},
            TOLERANCE);
  }

  @Test
  void ofCorrelatedDimensionsAgrees() {
    KernelDensity density =
        KernelDensity.of(new double[][] {{0, 1, 2, 3, 5, -1}, {1, 0, 2, 2.5, 4, 1}});

    assertThat(density.logDensity(new double[][] {{0, 2, -4}, {0, 2, 6}}))
        .containsExactly(
            new double[] {-3.650927779749192, -2.560149472284945, -82.05006125092663}, TOLERANCE);
  }

  @Test
  void integratesToOne() {
    KernelDensity density = KernelDensity.of(new double[][] {{0, 1, 1.5, 4, -2, 1}});
    double[] grid = new double[4000];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = -20 + 0.01 * i;
    }

    double sum = 0;
    for (double log : density.logDensity(new double[][] {grid})) {
      sum += 0.01 * StrictMath.exp(log);
    }

    assertThat(sum).isCloseTo(1, within(1e-9));
  }

  @Test
  void staysFiniteFarAwayAndWithoutVariance() {
    KernelDensity density = KernelDensity.of(new double[][] {{1, 1, 1}, {0, 1, 2}});

    double[] found = density.logDensity(new double[][] {{1, 50}, {1, -1e6}});

    assertThat(found).doesNotContain(Double.NaN, Double.NEGATIVE_INFINITY);
    assertThat(found[0]).isGreaterThan(found[1]);
  }
}
