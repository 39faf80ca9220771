package org.spineregistry.synthesis.linear;

import java.util.Arrays;

/**
 * A symmetric matrix as Q T Q' with T tridiagonal, by Householder reflections (Golub and Van Loan,
 * Matrix Computations, algorithm 8.3.1). Loops run along rows, so that they vectorise.
 */
final class Tridiagonal {
  /** Entries this small beside the largest are what rounding left of a 0. */
  private static final double NOTHING = 0x1.0p-60;

  private final int n;

  /** The matrix under reduction; row k keeps the vector of reflection k right of its diagonal. */
  private final double[][] a;

  private final double negligible;
  private final double[] factors;
  private final double[] diagonal;
  private final double[] beside;

  private Tridiagonal(double[][] matrix) {
    this.n = matrix.length;
    this.a = new double[n][];
    double largest = 0;
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
      for (double entry : a[i]) {
        largest = Math.max(largest, Math.abs(entry));
      }
    }
    if (!(largest < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("An entry of the matrix is not finite");
    }
    this.negligible = NOTHING * largest * NOTHING * largest;
    this.factors = new double[n];
    this.diagonal = new double[n];
    this.beside = new double[Math.max(0, n - 1)];
  }

  /**
   * Reduces a matrix.
   *
   * @param matrix square and symmetric; not changed
   * @throws IllegalArgumentException if an entry is not finite
   */
  static Tridiagonal of(double[][] matrix) {
    Tridiagonal reduced = new Tridiagonal(matrix);
    double[] product = new double[matrix.length];
    for (int k = 0; k < reduced.n - 1; k++) {
      reduced.reflect(k, product);
    }
    for (int k = 0; k < reduced.n; k++) {
      reduced.diagonal[k] = reduced.a[k][k];
    }
    return reduced;
  }

  /** Clears row and column k beside the tridiagonal. */
  private void reflect(int k, double[] product) {
    double[] v = a[k];
    double tail = 0;
    for (int i = k + 2; i < n; i++) {
      tail += v[i] * v[i];
    }
    if (tail <= negligible) {
      beside[k] = v[k + 1];
      return; // the factor stays 0: no reflection
    }
    double length = Math.sqrt(v[k + 1] * v[k + 1] + tail);
    beside[k] = v[k + 1] > 0 ? -length : length;
    v[k + 1] -= beside[k];
    factors[k] = 2 / (v[k + 1] * v[k + 1] + tail);
    multiply(k, product);
    for (int i = k + 1; i < n; i++) {
      double vi = v[i];
      double wi = product[i];
      double[] row = a[i];
      for (int j = k + 1; j < n; j++) {
        row[j] -= vi * product[j] + wi * v[j];
      }
    }
  }

  /** w = p - (factor p'v / 2) v with p = factor A v, where A is what is left of the matrix. */
  private void multiply(int k, double[] w) {
    double[] v = a[k];
    Arrays.fill(w, k + 1, n, 0);
    for (int i = k + 1; i < n; i++) {
      double weight = factors[k] * v[i];
      double[] row = a[i];
      for (int j = k + 1; j < n; j++) {
        w[j] += weight * row[j];
      }
    }
    double dot = 0;
    for (int j = k + 1; j < n; j++) {
      dot += w[j] * v[j];
    }
    double back = 0.5 * factors[k] * dot;
    for (int j = k + 1; j < n; j++) {
      w[j] -= back * v[j];
    }
  }

  double[] diagonal() {
    return diagonal;
  }

  /** The entries beside the diagonal, one fewer. */
  double[] beside() {
    return beside;
  }

  /** Q', whose rows become the eigenvectors. */
  double[][] basis() {
    double[][] q = new double[n][n];
    double[] sums = new double[n];
    for (int i = 0; i < n; i++) {
      q[i][i] = 1;
    }
    for (int k = n - 2; k >= 0; k--) {
      if (factors[k] != 0) {
        reflectRows(q, k, sums);
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double swap = q[i][j];
        q[i][j] = q[j][i];
        q[j][i] = swap;
      }
    }
    return q;
  }

  private void reflectRows(double[][] q, int k, double[] sums) {
    double[] v = a[k];
    Arrays.fill(sums, k + 1, n, 0);
    for (int i = k + 1; i < n; i++) {
      double weight = factors[k] * v[i];
      double[] row = q[i];
      for (int j = k + 1; j < n; j++) {
        sums[j] += weight * row[j];
      }
    }
    for (int i = k + 1; i < n; i++) {
      double vi = v[i];
      double[] row = q[i];
      for (int j = k + 1; j < n; j++) {
        row[j] -= vi * sums[j];
      }
    }
  }
}
