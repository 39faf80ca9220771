package org.spineregistry.synthesis.linear;

/**
 * The positive semidefinite part of a symmetric matrix: its eigenvalues below 0 become 0. There are
 * few of them as a rule, so the part is the matrix without its negative one.
 */
final class SpectralPart {
  private final double[][] matrix;
  private final SymmetricEigen eigen;

  /**
   * @param matrix symmetric; owned by this object from now on
   */
  SpectralPart(double[][] matrix) {
    this.matrix = matrix;
    this.eigen = SymmetricEigen.of(matrix);
  }

  SymmetricEigen eigen() {
    return eigen;
  }

  /** Sum of the squares of the positive eigenvalues. */
  double squaredNorm() {
    double sum = 0;
    for (double value : eigen.values()) {
      sum += value > 0 ? value * value : 0;
    }
    return sum;
  }

  /** The diagonal of the part. */
  double[] diagonal() {
    double[] diagonal = new double[matrix.length];
    for (int i = 0; i < diagonal.length; i++) {
      diagonal[i] = matrix[i][i];
    }
    for (int e = 0; e < diagonal.length; e++) {
      double value = eigen.values()[e];
      if (value < 0) {
        double[] vector = eigen.vectors()[e];
        for (int i = 0; i < diagonal.length; i++) {
          diagonal[i] -= value * vector[i] * vector[i];
        }
      }
    }
    return diagonal;
  }

  /** The part itself, exactly symmetric. */
  double[][] positive() {
    double[][] positive = new double[matrix.length][];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = matrix[i].clone();
    }
    for (int e = 0; e < positive.length; e++) {
      double value = eigen.values()[e];
      if (value < 0) {
        subtract(positive, value, eigen.vectors()[e]);
      }
    }
    for (int i = 0; i < positive.length; i++) {
      for (int j = 0; j < i; j++) {
        positive[j][i] = positive[i][j];
      }
    }
    return positive;
  }

  /** The lower triangle is enough. */
  private static void subtract(double[][] sum, double value, double[] vector) {
    for (int i = 0; i < vector.length; i++) {
      double factor = value * vector[i];
      double[] row = sum[i];
      for (int j = 0; j <= i; j++) {
        row[j] -= factor * vector[j];
      }
    }
  }
}
