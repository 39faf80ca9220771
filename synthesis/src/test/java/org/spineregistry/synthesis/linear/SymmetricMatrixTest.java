package org.spineregistry.synthesis.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SymmetricMatrixTest {
  /** Second differences: eigenvalues 2 - 2 cos(k pi / (n + 1)), a textbook case. */
  @Test
  void eigenvaluesOfTheSecondDifferenceMatrixAreCosines() {
    int n = 12;
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      matrix[i][i] = 2;
      if (i > 0) {
        matrix[i][i - 1] = -1;
        matrix[i - 1][i] = -1;
      }
    }

    SymmetricEigen eigen = SymmetricEigen.of(matrix);

    double[] sorted = eigen.values().clone();
    Arrays.sort(sorted);
    for (int k = 1; k <= n; k++) {
      assertThat(sorted[k - 1])
          .isCloseTo(2 - 2 * StrictMath.cos(k * Math.PI / (n + 1)), within(1e-13));
    }
    assertThat(eigen.smallest()).isEqualTo(sorted[0]);
    for (int i = 0; i < n; i++) {
      assertThat(residual(matrix, eigen, i)).isLessThan(1e-13);
    }
  }

  @Test
  void choleskyOfTheMinimumMatrixIsAllOnes() {
    double[][] matrix = {{1, 1, 1}, {1, 2, 2}, {1, 2, 3}};

    double[][] lower = Cholesky.lower(matrix);

    assertThat(lower[0]).containsExactly(1);
    assertThat(lower[1]).containsExactly(1, 1);
    assertThat(lower[2]).containsExactly(1, 1, 1);
  }

  @Test
  void choleskyRefusesAMatrixThatIsNotPositiveDefinite() {
    double[][] matrix = {{1, 2}, {2, 1}};

    assertThatThrownBy(() -> Cholesky.lower(matrix)).hasMessageContaining("positive definite");
  }

  private static double residual(double[][] matrix, SymmetricEigen eigen, int which) {
    double[] vector = eigen.vectors()[which];
    double largest = 0;
    for (int i = 0; i < matrix.length; i++) {
      double sum = -eigen.values()[which] * vector[i];
      for (int j = 0; j < matrix.length; j++) {
        sum += matrix[i][j] * vector[j];
      }
      largest = Math.max(largest, Math.abs(sum));
    }
    return largest;
  }
}
