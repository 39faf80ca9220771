package org.spineregistry.synthesis.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;

class SymmetricEigenTest {
  private static final RandomStream RANDOM = Seed.ofHex("68".repeat(32)).stream("eigen");

  /** Second differences: eigenvalues 2 - 2 cos(k pi / (n + 1)), a textbook case. */
  @Example
  void eigenvaluesOfTheSecondDifferenceMatrixAreCosines() {
    int n = 70;
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      matrix[i][i] = 2;
      if (i > 0) {
        matrix[i][i - 1] = -1;
        matrix[i - 1][i] = -1;
      }
    }

    double[] sorted = SymmetricEigen.of(matrix).values();

    Arrays.sort(sorted);
    for (int k = 1; k <= n; k++) {
      assertThat(sorted[k - 1])
          .isCloseTo(2 - 2 * StrictMath.cos(k * Math.PI / (n + 1)), within(1e-13));
    }
    assertThat(SymmetricEigen.smallest(matrix)).isCloseTo(sorted[0], within(1e-14));
  }

  /** All ones: eigenvalue n once, else 0. */
  @Example
  void repeatedEigenvaluesAreAllFound() {
    double[][] matrix = new double[30][30];
    Arrays.stream(matrix).forEach(row -> Arrays.fill(row, 1));

    double[] sorted = SymmetricEigen.of(matrix).values();

    Arrays.sort(sorted);
    assertThat(sorted[29]).isCloseTo(30, within(1e-13));
    assertThat(sorted[28]).isCloseTo(0, within(1e-13));
    assertThat(sorted[0]).isCloseTo(0, within(1e-13));
  }

  @Example
  void diagonalAndEmptyMatricesAreTheirOwnEigenvalues() {
    double[][] matrix = {{3, 0, 0}, {0, 0, 0}, {0, 0, -2}};

    SymmetricEigen eigen = SymmetricEigen.of(matrix);

    assertThat(eigen.values()).containsExactly(3, 0, -2);
    assertThat(eigen.vectors()[2]).containsExactly(0, 0, 1);
    assertThat(SymmetricEigen.of(new double[0][0]).values()).isEmpty();
  }

  @Example
  void aMatrixThatIsNotFiniteIsRefused() {
    double[][] unknown = {{1, Double.NaN, 0}, {Double.NaN, 1, 0}, {0, 0, 1}};
    double[][] infinite = {{1, Double.POSITIVE_INFINITY}, {Double.POSITIVE_INFINITY, 1}};

    assertThatThrownBy(() -> SymmetricEigen.smallest(infinite)).hasMessageContaining("not finite");
    assertThatThrownBy(() -> SymmetricEigen.of(unknown)).hasMessageContaining("not finite");
  }

  /** Of any rank up to full: few positive eigenvalues, many that are 0, some that repeat. */
  @Property(tries = 100, seed = "2026")
  void eigenvectorsAreOrthonormalAndRebuildTheMatrix(
      @ForAll @IntRange(min = 1, max = 50) int size,
      @ForAll @IntRange(min = 0, max = 50) int rank,
      @ForAll @IntRange(min = 0, max = 500) int salt) {
    double[][] matrix = ofRank(size, rank, salt);

    SymmetricEigen eigen = SymmetricEigen.of(matrix);

    double scale = 1e-13 * (1 + Arrays.stream(eigen.values()).map(Math::abs).max().orElse(0));
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double rebuilt = 0;
        double product = 0;
        for (int k = 0; k < size; k++) {
          rebuilt += eigen.values()[k] * eigen.vectors()[k][i] * eigen.vectors()[k][j];
          product += eigen.vectors()[i][k] * eigen.vectors()[j][k];
        }
        assertThat(rebuilt).isCloseTo(matrix[i][j], within(scale));
        assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-13));
      }
    }
    assertThat(SymmetricEigen.smallest(matrix)).isCloseTo(eigen.smallest(), within(scale));
  }

  /** A sum of outer products with random signs. */
  private static double[][] ofRank(int size, int rank, int salt) {
    double[][] matrix = new double[size][size];
    for (int r = 0; r < rank; r++) {
      double sign = RANDOM.uniform(salt, r, 99) < 0.5 ? -1 : 1;
      for (int i = 0; i < size; i++) {
        for (int j = 0; j <= i; j++) {
          double product = RANDOM.normal(salt, r, i) * RANDOM.normal(salt, r, j);
          matrix[i][j] += sign * product;
          matrix[j][i] = matrix[i][j];
        }
      }
    }
    return matrix;
  }
}
