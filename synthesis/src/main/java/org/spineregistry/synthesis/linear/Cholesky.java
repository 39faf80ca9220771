package org.spineregistry.synthesis.linear;

/** The lower triangular L with L L' = A (Golub and Van Loan, Matrix Computations, section 4.2). */
public final class Cholesky {
  private Cholesky() {}

  /**
   * @param matrix square and symmetric; only its lower triangle is read; not changed
   * @return row i has i + 1 entries
   * @throws IllegalArgumentException if the matrix is not positive definite
   */
  public static double[][] lower(double[][] matrix) {
    double[][] lower = lowerOrNull(matrix);
    if (lower == null) {
      throw new IllegalArgumentException("The matrix is not positive definite");
    }
    return lower;
  }

  /** As {@link #lower}, but null if the matrix is not positive definite. */
  public static double[][] lowerOrNull(double[][] matrix) {
    return lower(matrix, 0);
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

  /** The v with L v = b. */
  public static double[] forward(double[][] lower, double[] b) {
    double[] v = new double[b.length];
    for (int i = 0; i < b.length; i++) {
      v[i] = (b[i] - dot(lower[i], v, i)) / lower[i][i];
    }
    return v;
  }

  /** The x with L L' x = b. */
  public static double[] solve(double[][] lower, double[] b) {
    double[] x = forward(lower, b);
    for (int i = b.length - 1; i >= 0; i--) {
      x[i] /= lower[i][i];
      for (int j = 0; j < i; j++) {
        x[j] -= lower[i][j] * x[i];
      }
    }
    return x;
  }

  /** The diagonal of the inverse of L L'. */
  public static double[] inverseDiagonal(double[][] lower) {
    double[] diagonal = new double[lower.length];
    for (int i = 0; i < lower.length; i++) {
      double[] unit = new double[lower.length];
      unit[i] = 1;
      double[] column = forward(lower, unit);
      diagonal[i] = dot(column, column, column.length);
    }
    return diagonal;
  }

  private static double dot(double[] a, double[] b, int length) {
    double sum = 0;
    for (int k = 0; k < length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
