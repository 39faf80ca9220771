package org.spineregistry.synthesis.linear;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The correlation matrix nearest to a symmetric matrix in a weighted Frobenius norm, ||W^(1/2) (X -
 * A) W^(1/2)||, by alternating projections with Dykstra's correction (Higham 2002, IMA Journal of
 * Numerical Analysis 22:329, algorithm 3.3), lifted to a smallest eigenvalue of 1e-4 by blending
 * with the identity.
 *
 * @param matrix positive definite with unit diagonal; the input itself when that already was
 * @param nearest before the blend
 * @param largestChange largest absolute change of any entry
 * @param iterations of the projections
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
   */
  public static NearestCorrelation of(double[][] input, double[] weights) {
    int n = input.length;
    if (n == 0 || (hasUnitDiagonal(input) && smallestEigenvalue(input) >= FLOOR)) {
      return new NearestCorrelation(input, input, 0, 0);
    }
    double[] roots = new double[n];
    for (int i = 0; i < n; i++) {
      roots[i] = Math.sqrt(weights[i]);
    }
    double[][] y = copy(input);
    double[][] correction = new double[n][n];
    int iterations = 0;
    double change = Double.POSITIVE_INFINITY;
    while (iterations < MAXIMUM_ITERATIONS && change > CONVERGED) {
      change = step(y, correction, roots);
      iterations++;
    }
    double[][] matrix = lifted(y);
    return new NearestCorrelation(matrix, y, largestDifference(matrix, input), iterations);
  }

  /** One pair of projections. Returns the relative change of y. */
  private static double step(double[][] y, double[][] correction, double[] roots) {
    int n = y.length;
    double[][] r = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        r[i][j] = y[i][j] - correction[i][j];
      }
    }
    double[][] x = onCone(r, roots);
    double changed = 0;
    double norm = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        correction[i][j] = x[i][j] - r[i][j];
        double next = i == j ? 1 : x[i][j];
        changed += (next - y[i][j]) * (next - y[i][j]);
        norm += next * next;
        y[i][j] = next;
      }
    }
    return Math.sqrt(changed / norm);
  }

  /** Nearest positive semidefinite matrix: eigenvalues of W^(1/2) R W^(1/2) clipped at 0. */
  private static double[][] onCone(double[][] r, double[] roots) {
    int n = r.length;
    DMatrixRMaj scaled = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        scaled.set(i, j, r[i][j] * roots[i] * roots[j]);
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = eigen(scaled, true);
    double[][] x = new double[n][n];
    // subtract the negative part: usually there are few negative eigenvalues
    for (int e = 0; e < n; e++) {
      double value = eigen.getEigenvalue(e).getReal();
      if (value < 0) {
        subtract(x, value, eigen.getEigenVector(e).data);
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double value = r[i][j] + x[i][j] / (roots[i] * roots[j]);
        x[i][j] = value;
        x[j][i] = value;
      }
    }
    return x;
  }

  private static void subtract(double[][] sum, double value, double[] vector) {
    for (int i = 0; i < vector.length; i++) {
      double factor = value * vector[i];
      for (int j = 0; j <= i; j++) {
        sum[i][j] -= factor * vector[j];
      }
    }
  }

  private static double[][] lifted(double[][] nearest) {
    double smallest = smallestEigenvalue(nearest);
    double t = Math.max(0, (FLOOR - smallest) / (1 - smallest));
    double[][] lifted = copy(nearest);
    for (int i = 0; i < lifted.length; i++) {
      for (int j = 0; j < lifted.length; j++) {
        lifted[i][j] = i == j ? 1 : (1 - t) * lifted[i][j];
      }
    }
    return lifted;
  }

  private static double smallestEigenvalue(double[][] matrix) {
    EigenDecomposition_F64<DMatrixRMaj> eigen = eigen(new DMatrixRMaj(matrix), false);
    double smallest = Double.POSITIVE_INFINITY;
    for (int e = 0; e < matrix.length; e++) {
      smallest = Math.min(smallest, eigen.getEigenvalue(e).getReal());
    }
    return smallest;
  }

  private static EigenDecomposition_F64<DMatrixRMaj> eigen(DMatrixRMaj matrix, boolean vectors) {
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(matrix.numRows, vectors, true);
    if (!eigen.decompose(matrix)) {
      throw new IllegalArgumentException("The matrix has no eigenvalues: is an entry NaN?");
    }
    return eigen;
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

  private static double[][] copy(double[][] matrix) {
    double[][] copy = new double[matrix.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = matrix[i].clone();
    }
    return copy;
  }
}
