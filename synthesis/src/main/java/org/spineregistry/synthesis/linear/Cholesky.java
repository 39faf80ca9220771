package org.spineregistry.synthesis.linear;

/** The lower triangular L with L L' = A (Golub and Van Loan, Matrix Computations, section 4.2). */
public final class Cholesky {
  private Cholesky() {}

  /**
   * @param matrix square and symmetric; not changed
   * @return row i has i + 1 entries
   * @throws IllegalArgumentException if the matrix is not positive definite
   */
  public static double[][] lower(double[][] matrix) {
    double[][] lower = lower(matrix, 0);
    if (lower == null) {
      throw new IllegalArgumentException("The matrix is not positive definite");
    }
    return lower;
  }

  /** Whether A - shift I has a factor: whether all eigenvalues of A lie above the shift. */
  static boolean exists(double[][] matrix, double shift) {
    return lower(matrix, shift) != null;
  }

  /** The factor of A - shift I, or null. */
  private static double[][] lower(double[][] matrix, double shift) {
    int n = matrix.length;
    double[][] lower = new double[n][];
    for (int i = 0; i < n; i++) {
      lower[i] = new double[i + 1];
      for (int j = 0; j < i; j++) {
        lower[i][j] = (matrix[i][j] - dot(lower[i], lower[j], j)) / lower[j][j];
      }
      double pivot = matrix[i][i] - shift - dot(lower[i], lower[i], i);
      if (!(pivot > 0)) {
        return null;
      }
      lower[i][i] = Math.sqrt(pivot);
    }
    return lower;
  }

  /**
   * The x with L L' x = b.
   *
   * @param lower as {@link #lower} gives it
   * @param right b; not changed
   */
  static double[] solve(double[][] lower, double[] right) {
    double[] x = right.clone();
    for (int i = 0; i < x.length; i++) {
      x[i] = (x[i] - dot(lower[i], x, i)) / lower[i][i];
    }
    for (int i = x.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < x.length; k++) {
        x[i] -= lower[k][i] * x[k];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }

  private static double dot(double[] a, double[] b, int length) {
    double sum = 0;
    for (int k = 0; k < length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
