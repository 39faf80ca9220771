package org.spineregistry.synthesis.linear;

/**
 * The correlation matrix nearest to a symmetric matrix in a weighted Frobenius norm, ||W^(1/2) (X -
 * A) W^(1/2)|| (Higham 2002, IMA Journal of Numerical Analysis 22:329), lifted to a smallest
 * eigenvalue of 1e-4 by blending with the identity. The nearest matrix is unique; it is found by
 * Newton's method on the dual problem (Qi and Sun 2006), ten times faster than by Higham's
 * alternating projections.
 *
 * @param matrix positive definite with unit diagonal; the input itself when that already was
 * @param nearest before the blend
 * @param largestChange largest absolute change of any entry
 * @param iterations Newton steps; 0 when nothing had to be found
 */
public record NearestCorrelation(
    double[][] matrix, double[][] nearest, double largestChange, int iterations) {
  private static final int MAXIMUM_ITERATIONS = 500;
  private static final double CONVERGED = 1e-10;
  private static final double FLOOR = 1e-4;

  /**
   * Repairs a matrix.
   *
   * @param input symmetric; not changed
   * @param weights one for each column, above 0: columns with small weights give way
   * @throws IllegalArgumentException if an entry is not finite or a weight not above 0
   */
  public static NearestCorrelation of(double[][] input, double[] weights) {
    if (hasUnitDiagonal(input) && Cholesky.exists(input, FLOOR)) {
      return new NearestCorrelation(input, input, 0, 0);
    }
    int n = input.length;
    double[] roots = new double[n];
    for (int i = 0; i < n; i++) {
      if (!(weights[i] > 0)) {
        throw new IllegalArgumentException("Weights are above 0");
      }
      roots[i] = Math.sqrt(weights[i]);
    }
    double[][] scaled = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        scaled[i][j] = input[i][j] * roots[i] * roots[j];
      }
    }
    DualNewton newton = DualNewton.solve(scaled, weights, CONVERGED, MAXIMUM_ITERATIONS);
    double[][] nearest = newton.nearest();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        nearest[i][j] = i == j ? 1 : nearest[i][j] / (roots[i] * roots[j]);
      }
    }
    double[][] matrix = lifted(nearest);
    return new NearestCorrelation(
        matrix, nearest, largestDifference(matrix, input), newton.iterations());
  }

  private static double[][] lifted(double[][] nearest) {
    double smallest = SymmetricEigen.smallest(nearest);
    double t = Math.max(0, (FLOOR - smallest) / (1 - smallest));
    double[][] lifted = new double[nearest.length][nearest.length];
    for (int i = 0; i < lifted.length; i++) {
      for (int j = 0; j < lifted.length; j++) {
        lifted[i][j] = i == j ? 1 : (1 - t) * nearest[i][j];
      }
    }
    return lifted;
  }

  private static double largestDifference(double[][] a, double[][] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        largest = Math.max(largest, Math.abs(a[i][j] - b[i][j]));
      }
    }
    return largest;
  }

  private static boolean hasUnitDiagonal(double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      if (matrix[i][i] != 1) {
        return false;
      }
    }
    return true;
  }
}
