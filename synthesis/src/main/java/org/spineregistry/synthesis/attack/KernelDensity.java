package org.spineregistry.synthesis.attack;

import java.util.Arrays;
import org.spineregistry.synthesis.linear.Cholesky;

/**
 * A Gaussian kernel density with the covariance of the points times the square of Scott's factor
 * n^(-1/(d+4)) (Scott 1992, Multivariate Density Estimation, section 6.3).
 *
 * @param points for each dimension the coordinates of all points, whitened by the bandwidth
 * @param lower Cholesky factor of the squared bandwidth
 * @param logConstant logarithm of the density of n points that all lie on the query
 */
record KernelDensity(double[][] points, double[][] lower, double logConstant) {
  private static final double LOG_TWO_PI = StrictMath.log(2 * Math.PI);

  /** Keeps a direction in which the points do not vary from an infinite density. */
  private static final double FLOOR = 1e-12;

  /**
   * @param points for each of at least one dimension the coordinates of at least one point
   */
  static KernelDensity of(double[][] points) {
    int n = points[0].length;
    double factor = StrictMath.pow(n, -1.0 / (points.length + 4));
    double[][] bandwidth = covariance(points);
    for (int i = 0; i < bandwidth.length; i++) {
      bandwidth[i][i] += FLOOR;
      for (int j = 0; j < bandwidth.length; j++) {
        bandwidth[i][j] *= factor * factor;
      }
    }
    double[][] lower = Cholesky.lower(bandwidth);
    double logConstant = -StrictMath.log(n) - 0.5 * points.length * LOG_TWO_PI;
    for (int i = 0; i < lower.length; i++) {
      logConstant -= StrictMath.log(lower[i][i]);
    }
    return new KernelDensity(whiten(points, lower), lower, logConstant);
  }

  /**
   * Logarithm of the density at each query, finite however far away it lies.
   *
   * @param queries for each dimension the coordinates of all queries
   */
  double[] logDensity(double[][] queries) {
    double[][] white = whiten(queries, lower);
    double[] squares = new double[points[0].length];
    double[] found = new double[white[0].length];
    for (int query = 0; query < found.length; query++) {
      squaredDistances(white, query, squares);
      double nearest = Double.POSITIVE_INFINITY;
      for (double square : squares) {
        nearest = Math.min(nearest, square);
      }
      double sum = 0;
      for (double square : squares) {
        double below = 0.5 * (square - nearest);
        if (below < Decay.FARTHEST) {
          sum += Decay.of(below);
        }
      }
      found[query] = logConstant - 0.5 * nearest + StrictMath.log(sum);
    }
    return found;
  }

  private void squaredDistances(double[][] queries, int query, double[] squares) {
    Arrays.fill(squares, 0);
    for (int d = 0; d < points.length; d++) {
      double[] column = points[d];
      double at = queries[d][query];
      for (int i = 0; i < squares.length; i++) {
        double difference = column[i] - at;
        squares[i] += difference * difference;
      }
    }
  }

  private static double[][] whiten(double[][] points, double[][] lower) {
    double[][] white = new double[points.length][];
    for (int d = 0; d < points.length; d++) {
      white[d] = points[d].clone();
      for (int i = 0; i < white[d].length; i++) {
        for (int j = 0; j < d; j++) {
          white[d][i] -= lower[d][j] * white[j][i];
        }
        white[d][i] /= lower[d][d];
      }
    }
    return white;
  }

  private static double[][] covariance(double[][] points) {
    int n = points[0].length;
    double[][] centred = new double[points.length][n];
    for (int d = 0; d < points.length; d++) {
      double mean = 0;
      for (double value : points[d]) {
        mean += value;
      }
      mean /= n;
      for (int i = 0; i < n; i++) {
        centred[d][i] = points[d][i] - mean;
      }
    }
    double[][] covariance = new double[points.length][points.length];
    for (int a = 0; a < points.length; a++) {
      for (int b = 0; b < points.length; b++) {
        for (int i = 0; i < n; i++) {
          covariance[a][b] += centred[a][i] * centred[b][i];
        }
        covariance[a][b] /= Math.max(1, n - 1);
      }
    }
    return covariance;
  }
}
