package org.spineregistry.synthesis.classic;

import java.util.List;
import org.spineregistry.synthesis.linear.Cholesky;
import org.spineregistry.synthesis.linear.SymmetricEigen;
import org.spineregistry.synthesis.metric.Pearson;

/**
 * Correlation of the latent scores, made positive definite only if it is not: a multiple t of the
 * identity is added and the sum scaled back, (R + t I) / (1 + t), with the smallest t that lifts
 * the smallest eigenvalue to 1e-6.
 *
 * @param lower Cholesky factor
 * @param repair the multiple t, 0 when nothing had to be done
 */
record LatentCorrelation(double[][] lower, double repair) {
  private static final double DEFINITE = 1e-9;
  private static final double LIFTED = 1e-6;

  static LatentCorrelation of(List<double[]> scores) {
    double[][] matrix = new double[scores.size()][scores.size()];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i][i] = 1;
      for (int j = 0; j < i; j++) {
        double r = Pearson.of(scores.get(i), scores.get(j));
        // two columns that are never observed together say nothing about each other
        matrix[i][j] = Double.isNaN(r) ? 0 : r;
        matrix[j][i] = matrix[i][j];
      }
    }
    double smallest = matrix.length == 0 ? 1 : SymmetricEigen.smallest(matrix);
    double repair = smallest >= DEFINITE ? 0 : (LIFTED - smallest) / (1 - LIFTED);
    return new LatentCorrelation(Cholesky.lower(scaled(matrix, repair)), repair);
  }

  /** L g for independent normals g, in place of {@code out}. */
  void correlate(double[] independent, double[] out) {
    for (int i = 0; i < lower.length; i++) {
      double[] row = lower[i];
      double sum = 0;
      for (int k = 0; k <= i; k++) {
        sum += row[k] * independent[k];
      }
      out[i] = sum;
    }
  }

  private static double[][] scaled(double[][] matrix, double repair) {
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        matrix[i][j] = i == j ? 1 : matrix[i][j] / (1 + repair);
      }
    }
    return matrix;
  }
}
