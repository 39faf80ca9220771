package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;

/** Ridge solutions are held by the conditions that define them, not by another solver. */
class RidgePropertyTest {
  private static final RandomStream RANDOM = Seed.ofHex("55".repeat(32)).stream("ridge");

  /** At the minimum the gradient Z'(y - b0 - Z b) - lambda b is zero. */
  @Property(tries = 60, seed = "2026")
  void gradientVanishesAtTheSolution(
      @ForAll @IntRange(min = 5, max = 40) int rows,
      @ForAll @IntRange(min = 1, max = 6) int columns,
      @ForAll @DoubleRange(min = 0.01, max = 100) double lambda) {
    double[][] x = x(rows, columns);
    double[] y = y(x);

    LinearModel model = new Ridge(x, y).fit(lambda);

    for (int j = 0; j < columns; j++) {
      double gradient = -lambda * model.coefficients()[j];
      for (int i = 0; i < rows; i++) {
        double z = (x[i][j] - model.means()[j]) / model.sds()[j];
        gradient += z * (y[i] - model.predict(x[i]));
      }
      assertThat(gradient).isCloseTo(0, within(1e-8 * rows));
    }
  }

  /** Dropping a row and solving again, with Z held fixed, gives the shortcut's residual. */
  @Property(tries = 30, seed = "2026")
  void leaveOneOutEqualsLeavingOutForOneColumn(
      @ForAll @IntRange(min = 4, max = 20) int rows,
      @ForAll @DoubleRange(min = 0.1, max = 50) double lambda) {
    double[][] x = x(rows, 1);
    double[] y = y(x);
    LinearModel whole = new Ridge(x, y).fit(lambda);
    double sum = 0;
    for (int out = 0; out < rows; out++) {
      double residual = residualWithout(out, x, y, whole, lambda);
      sum += residual * residual;
    }

    assertThat(new Ridge(x, y).leaveOneOut(lambda)).isCloseTo(sum / rows, within(1e-9 * (1 + sum)));
  }

  /** One column: normal equations for (intercept, slope) over the other rows, solved by hand. */
  private static double residualWithout(
      int out, double[][] x, double[] y, LinearModel scale, double lambda) {
    double n = 0;
    double sz = 0;
    double szz = lambda;
    double sy = 0;
    double szy = 0;
    for (int i = 0; i < y.length; i++) {
      if (i != out) {
        double z = (x[i][0] - scale.means()[0]) / scale.sds()[0];
        n++;
        sz += z;
        szz += z * z;
        sy += y[i];
        szy += z * y[i];
      }
    }
    double determinant = n * szz - sz * sz;
    double intercept = (sy * szz - sz * szy) / determinant;
    double slope = (n * szy - sz * sy) / determinant;
    return y[out] - intercept - slope * (x[out][0] - scale.means()[0]) / scale.sds()[0];
  }

  private static double[][] x(int rows, int columns) {
    double[][] x = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        x[i][j] = 5 + 3 * RANDOM.normal(i, rows, j);
      }
    }
    return x;
  }

  private static double[] y(double[][] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = 1 + 2 * x[i][0] + RANDOM.normal(i, x.length, 50);
    }
    return y;
  }
}
