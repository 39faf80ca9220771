package org.spineregistry.synthesis.linear;

/**
 * Eigenvalues and eigenvectors of a real symmetric matrix: Householder tridiagonalisation, then the
 * implicit QR method with Wilkinson's shift (Golub and Van Loan, Matrix Computations, sections
 * 8.3.1 and 8.3.5). Square roots are the only functions used, so every JVM gives the same bits.
 *
 * @param values in the order of {@code vectors}, not sorted
 * @param vectors {@code vectors[i]} is the unit eigenvector of {@code values[i]}
 */
public record SymmetricEigen(double[] values, double[][] vectors) {

  /**
   * Decomposes a matrix.
   *
   * @param matrix square and symmetric; not changed
   * @throws IllegalArgumentException if an entry is not finite
   */
  public static SymmetricEigen of(double[][] matrix) {
    Tridiagonal tridiagonal = Tridiagonal.of(matrix);
    double[] values = tridiagonal.diagonal();
    double[][] vectors = tridiagonal.basis();
    ImplicitQr.diagonalise(values, tridiagonal.beside(), vectors);
    return new SymmetricEigen(values, vectors);
  }

  /**
   * The smallest eigenvalue alone, several times faster than all vectors.
   *
   * @param matrix square and symmetric, not empty; not changed
   * @throws IllegalArgumentException if an entry is not finite
   */
  public static double smallest(double[][] matrix) {
    Tridiagonal tridiagonal = Tridiagonal.of(matrix);
    double[] values = tridiagonal.diagonal();
    ImplicitQr.diagonalise(values, tridiagonal.beside(), new double[0][]);
    return smallest(values);
  }

  /** The smallest eigenvalue. */
  public double smallest() {
    return smallest(values);
  }

  private static double smallest(double[] values) {
    double smallest = Double.POSITIVE_INFINITY;
    for (double value : values) {
      smallest = Math.min(smallest, value);
    }
    return smallest;
  }
}
