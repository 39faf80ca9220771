package org.spineregistry.synthesis.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;

/**
 * The nearest correlation matrix X of A is known by its optimality conditions (Higham 2002, theorem
 * 2.4): X is positive semidefinite with unit diagonal, and with M = W (X - A) W and y = diag(M X)
 * the multiplier Z = M - diag(y) is positive semidefinite with Z X = 0.
 */
class NearestCorrelationPropertyTest {
  private static final RandomStream RANDOM = Seed.ofHex("67".repeat(32)).stream("nearest");

  @Property(tries = 80, seed = "2026")
  void theResultMeetsTheOptimalityConditions(
      @ForAll @IntRange(min = 2, max = 40) int size,
      @ForAll @DoubleRange(min = 0, max = 1) double sparse,
      @ForAll @IntRange(min = 0, max = 500) int salt) {
    double[][] input = symmetric(size, sparse, salt);
    double[] weights = new double[size];
    for (int i = 0; i < size; i++) {
      weights[i] = 0.05 + 0.95 * RANDOM.uniform(salt, i, 9);
    }

    NearestCorrelation repaired = NearestCorrelation.of(input, weights);

    double[][] x = repaired.nearest();
    double[][] multiplier = multiplier(x, input, weights);
    double[][] product = product(multiplier, x);
    for (int i = 0; i < size; i++) {
      assertThat(x[i][i]).isEqualTo(1);
      assertThat(product[i]).containsOnly(new double[size], within(1e-7));
    }
    if (repaired.iterations() > 0) {
      assertThat(SymmetricEigen.smallest(x)).isGreaterThan(-1e-8);
    }
    assertThat(SymmetricEigen.smallest(multiplier)).isGreaterThan(-1e-7);
    assertThat(repaired.iterations()).isLessThan(30);
  }

  @Property(tries = 80, seed = "2026")
  void theLiftedMatrixIsACorrelationMatrixAboveTheFloor(
      @ForAll @IntRange(min = 1, max = 30) int size,
      @ForAll @IntRange(min = 0, max = 500) int salt) {
    double[] weights = new double[size];
    Arrays.fill(weights, 1);

    double[][] matrix = NearestCorrelation.of(symmetric(size, 0.3, salt), weights).matrix();

    assertThat(Cholesky.exists(matrix, 1e-4 - 1e-9)).isTrue();
    for (int i = 0; i < size; i++) {
      assertThat(matrix[i][i]).isEqualTo(1);
      for (int j = 0; j < i; j++) {
        assertThat(matrix[i][j]).isEqualTo(matrix[j][i]).isBetween(-1.0, 1.0);
      }
    }
  }

  @Example
  void aMatrixAboveTheFloorIsLeftUntouched() {
    double[][] input = {{1, 0.99989}, {0.99989, 1}};

    NearestCorrelation repaired = NearestCorrelation.of(input, new double[] {1, 1});

    assertThat(repaired.matrix()).isSameAs(input);
    assertThat(repaired.iterations()).isZero();
    assertThat(repaired.largestChange()).isZero();
  }

  /** Smallest eigenvalue 1 - 0.99995 = 5e-5: t = (1e-4 - 5e-5) / (1 - 5e-5). */
  @Example
  void aMatrixBelowTheFloorIsOnlyBlended() {
    double[][] input = {{1, 0.99995}, {0.99995, 1}};

    NearestCorrelation repaired = NearestCorrelation.of(input, new double[] {1, 1});

    assertThat(repaired.nearest()[1][0]).isCloseTo(0.99995, within(1e-15));
    assertThat(repaired.matrix()[1][0]).isCloseTo(0.9999, within(1e-12));
    assertThat(repaired.largestChange()).isCloseTo(5e-5, within(1e-12));
  }

  @Example
  void aMatrixThatIsNotFiniteIsRefused() {
    double[][] input = {{1, Double.NaN}, {Double.NaN, 1}};

    assertThatThrownBy(() -> NearestCorrelation.of(input, new double[] {1, 1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> NearestCorrelation.of(new double[][] {{1, 2}, {2, 1}}, new double[] {1, 0}))
        .hasMessageContaining("above 0");
  }

  /** Entries in [-1, 1], a share of them 0 as after the evidence screen. */
  private static double[][] symmetric(int size, double sparse, int salt) {
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      matrix[i][i] = 1;
      for (int j = 0; j < i; j++) {
        boolean kept = RANDOM.uniform(salt, i, 2 * j + 20) >= sparse;
        matrix[i][j] = kept ? 2 * RANDOM.uniform(salt, i, 2 * j + 21) - 1 : 0;
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }

  private static double[][] multiplier(double[][] x, double[][] a, double[] weights) {
    double[][] m = new double[x.length][x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        m[i][j] = weights[i] * weights[j] * (x[i][j] - a[i][j]);
      }
    }
    double[][] product = product(m, x);
    for (int i = 0; i < x.length; i++) {
      m[i][i] -= product[i][i];
    }
    return m;
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] product = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < a.length; k++) {
        for (int j = 0; j < a.length; j++) {
          product[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return product;
  }
}
