package org.spineregistry.synthesis.attack;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.linear.SymmetricEigen;
import org.spineregistry.synthesis.metric.EncodedRows;

/**
 * The directions in which rows vary most.
 *
 * @param mean of the rows
 * @param axes unit vectors by falling variance; a direction without variance is none
 */
record PrincipalComponents(double[] mean, double[][] axes) {
  private static final double NO_VARIANCE = 1e-9;

  /**
   * The first axes of an estimate; shrinkage towards a multiple of the identity does not turn them.
   */
  static PrincipalComponents of(LedoitWolf estimate, int most) {
    SymmetricEigen eigen = SymmetricEigen.of(estimate.covariance());
    double[][] axes =
        IntStream.range(0, eigen.values().length)
            .filter(i -> eigen.values()[i] > NO_VARIANCE)
            .boxed()
            .sorted((a, b) -> Double.compare(eigen.values()[b], eigen.values()[a]))
            .limit(most)
            .map(i -> eigen.vectors()[i])
            .toArray(double[][]::new);
    return new PrincipalComponents(estimate.mean(), axes);
  }

  /**
   * Coordinates of the given rows.
   *
   * @return for each axis the coordinate of each row
   */
  double[][] project(EncodedRows rows, int[] chosen) {
    double[][] coordinates = new double[axes.length][chosen.length];
    for (int at = 0; at < chosen.length; at++) {
      double[] row = centred(rows, chosen[at]);
      for (int axis = 0; axis < axes.length; axis++) {
        double sum = 0;
        for (int d = 0; d < row.length; d++) {
          sum += axes[axis][d] * row[d];
        }
        coordinates[axis][at] = sum;
      }
    }
    return coordinates;
  }

  private double[] centred(EncodedRows rows, int row) {
    int from = row * mean.length;
    double[] centred = Arrays.copyOfRange(rows.values(), from, from + mean.length);
    for (int d = 0; d < centred.length; d++) {
      centred[d] -= mean[d];
    }
    return centred;
  }
}
