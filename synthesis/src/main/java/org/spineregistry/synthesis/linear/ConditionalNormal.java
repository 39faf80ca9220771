package org.spineregistry.synthesis.linear;

import java.util.stream.IntStream;

/**
 * Some of a row of correlated standard normals when the others are known (Anderson, Multivariate
 * Statistical Analysis, theorem 2.5.1): mean R12 R22^-1 z, covariance R11 - R12 R22^-1 R21. Arrays
 * must not be changed.
 *
 * @param given positions of the known ones
 * @param rest positions of the others, rising
 * @param weights R12 R22^-1, one row for each of {@code rest}
 * @param covariance of {@code rest}
 * @param lower its Cholesky factor, row i has i + 1 entries
 */
public record ConditionalNormal(
    int[] given, int[] rest, double[][] weights, double[][] covariance, double[][] lower) {

  /**
   * Prepares the conditional distribution.
   *
   * @param correlation positive definite; not changed
   * @param given different positions in any order
   * @throws IllegalArgumentException if the matrix is not positive definite
   */
  public static ConditionalNormal of(double[][] correlation, int[] given) {
    int[] rest = others(correlation.length, given);
    double[][] factor = Cholesky.lower(select(correlation, given, given));
    double[][] cross = select(correlation, rest, given);
    double[][] weights = new double[rest.length][];
    double[][] covariance = select(correlation, rest, rest);
    for (int i = 0; i < rest.length; i++) {
      weights[i] = Cholesky.solve(factor, cross[i]);
      for (int j = 0; j <= i; j++) {
        for (int k = 0; k < given.length; k++) {
          covariance[i][j] -= weights[i][k] * cross[j][k];
        }
        covariance[j][i] = covariance[i][j];
      }
    }
    return new ConditionalNormal(
        given.clone(), rest, weights, covariance, Cholesky.lower(covariance));
  }

  /**
   * Means of the others.
   *
   * @param values of the known ones, in the order of {@code given}
   */
  public double[] mean(double[] values) {
    double[] mean = new double[rest.length];
    for (int i = 0; i < mean.length; i++) {
      for (int k = 0; k < given.length; k++) {
        mean[i] += weights[i][k] * values[k];
      }
    }
    return mean;
  }

  /**
   * Draws the others.
   *
   * @param independent standard normals, at least one for each of {@code rest}
   * @param latents of the whole row; holds the known ones and is filled with the others
   */
  public void draw(double[] independent, double[] latents) {
    for (int i = 0; i < rest.length; i++) {
      double sum = 0;
      for (int k = 0; k < given.length; k++) {
        sum += weights[i][k] * latents[given[k]];
      }
      double[] factors = lower[i];
      for (int k = 0; k <= i; k++) {
        sum += factors[k] * independent[k];
      }
      latents[rest[i]] = sum;
    }
  }

  private static int[] others(int size, int[] given) {
    boolean[] known = new boolean[size];
    for (int position : given) {
      if (known[position]) {
        throw new IllegalArgumentException("A position is given twice");
      }
      known[position] = true;
    }
    return IntStream.range(0, size).filter(i -> !known[i]).toArray();
  }

  private static double[][] select(double[][] matrix, int[] rows, int[] columns) {
    double[][] selected = new double[rows.length][columns.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        selected[i][j] = matrix[rows[i]][columns[j]];
      }
    }
    return selected;
  }
}
