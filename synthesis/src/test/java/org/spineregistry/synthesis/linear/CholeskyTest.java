package org.spineregistry.synthesis.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CholeskyTest {
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
}
