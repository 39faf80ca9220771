package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;

/** Solutions are held by the conditions that define them, not by another solver. */
class LogisticRidgePropertyTest {
  private static final RandomStream RANDOM = Seed.ofHex("56".repeat(32)).stream("logistic");

  /** At the minimum Z'(y - p) = lambda b, and the residuals sum to 0. */
  @Property(tries = 100, seed = "2026")
  void gradientVanishesAtTheSolution(
      @ForAll @IntRange(min = 5, max = 60) int rows,
      @ForAll @IntRange(min = 1, max = 8) int columns,
      @ForAll @DoubleRange(min = 0.01, max = 100) double lambda) {
    double[][] x = new double[rows][columns];
    boolean[] y = new boolean[rows];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        x[i][j] = 100 + 3 * RANDOM.normal(i, rows, j);
      }
      y[i] = i == 0 || (i > 1 && x[i][0] + RANDOM.normal(i, rows, 50) > 101);
    }

    LinearModel model = new LogisticRidge(x, y).fit(lambda);

    double[] gradient = new double[columns];
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      double residual = (y[i] ? 1 : 0) - model.probability(x[i]);
      sum += residual;
      for (int j = 0; j < columns; j++) {
        gradient[j] += residual * (x[i][j] - model.means()[j]) / model.sds()[j];
      }
    }
    assertThat(sum).isCloseTo(0, within(1e-7));
    for (int j = 0; j < columns; j++) {
      assertThat(gradient[j]).isCloseTo(lambda * model.coefficients()[j], within(1e-7));
    }
  }
}
