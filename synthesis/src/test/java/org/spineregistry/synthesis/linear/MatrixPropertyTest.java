package org.spineregistry.synthesis.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;

/** Factors multiply back to the matrix they came from. */
class MatrixPropertyTest {
  private static final RandomStream RANDOM = Seed.ofHex("66".repeat(32)).stream("matrix");

  @Property(tries = 60, seed = "2026")
  void choleskyFactorMultipliesBack(
      @ForAll @IntRange(min = 1, max = 20) int size,
      @ForAll @IntRange(min = 0, max = 500) int salt) {
    double[][] matrix = positiveDefinite(size, salt);

    double[][] lower = Cholesky.lower(matrix);

    for (int i = 0; i < size; i++) {
      assertThat(lower[i][i]).isPositive();
      for (int j = 0; j <= i; j++) {
        double product = 0;
        for (int k = 0; k <= j; k++) {
          product += lower[i][k] * lower[j][k];
        }
        assertThat(product).isCloseTo(matrix[i][j], within(1e-10 * size));
      }
    }
  }

  @Property(tries = 60, seed = "2026")
  void choleskySolutionsSatisfyTheirEquations(
      @ForAll @IntRange(min = 1, max = 20) int size,
      @ForAll @IntRange(min = 0, max = 500) int salt) {
    double[][] matrix = positiveDefinite(size, salt);
    double[][] lower = Cholesky.lower(matrix);

    for (int unit = 0; unit < size; unit++) {
      double[] b = new double[size];
      b[unit] = 1;
      double[] x = Cholesky.solve(lower, b);
      assertThat(Cholesky.inverseDiagonal(lower)[unit]).isCloseTo(x[unit], within(1e-10));
      for (int i = 0; i < size; i++) {
        double product = 0;
        for (int j = 0; j < size; j++) {
          product += matrix[i][j] * x[j];
        }
        assertThat(product).isCloseTo(b[i], within(1e-10 * size));
      }
    }
  }

  /** A A' + I / 2 of a random A. */
  private static double[][] positiveDefinite(int size, int salt) {
    double[][] factor = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        factor[i][j] = RANDOM.normal(salt, i, j);
      }
    }
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        matrix[i][j] = i == j ? 0.5 : 0;
        for (int k = 0; k < size; k++) {
          matrix[i][j] += factor[i][k] * factor[j][k];
        }
      }
    }
    return matrix;
  }
}
