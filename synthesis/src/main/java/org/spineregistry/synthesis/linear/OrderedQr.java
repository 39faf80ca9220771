package org.spineregistry.synthesis.linear;

import java.util.ArrayList;
import java.util.List;

/**
 * X = Q R with orthonormal columns, by Gram and Schmidt's process in the given order of columns,
 * done twice for full precision (Golub and Van Loan, Matrix Computations, section 5.2). A column
 * that earlier ones determine is left out.
 *
 * @param kept positions of the columns that are in, rising
 * @param q orthonormal columns, one for each kept one
 * @param r {@code r[k]} holds the coordinates of kept column k on the columns 0 to k of Q
 */
public record OrderedQr(int[] kept, double[][] q, double[][] r) {
  private static final double DEPENDENT = 1e-9;

  /**
   * Factors a matrix.
   *
   * @param columns all of the same length; not changed
   */
  public static OrderedQr of(double[][] columns) {
    List<Integer> kept = new ArrayList<>();
    List<double[]> q = new ArrayList<>();
    List<double[]> r = new ArrayList<>();
    for (int j = 0; j < columns.length; j++) {
      double[] rest = columns[j].clone();
      double[] coordinates = new double[q.size() + 1];
      for (int pass = 0; pass < 2; pass++) {
        for (int k = 0; k < q.size(); k++) {
          coordinates[k] += remove(rest, q.get(k));
        }
      }
      double norm = Math.sqrt(dot(rest, rest));
      if (norm > DEPENDENT * Math.sqrt(dot(columns[j], columns[j]))) {
        coordinates[q.size()] = norm;
        for (int i = 0; i < rest.length; i++) {
          rest[i] /= norm;
        }
        kept.add(j);
        q.add(rest);
        r.add(coordinates);
      }
    }
    return new OrderedQr(
        kept.stream().mapToInt(j -> j).toArray(),
        q.toArray(double[][]::new),
        r.toArray(double[][]::new));
  }

  /** Coefficients of the kept columns that come nearest to y in the least-squares sense. */
  public double[] nearest(double[] y) {
    double[] rest = y.clone();
    double[] b = new double[kept.length];
    for (int k = 0; k < b.length; k++) {
      b[k] = remove(rest, q[k]);
    }
    for (int k = b.length - 1; k >= 0; k--) {
      b[k] /= r[k][k];
      for (int l = 0; l < k; l++) {
        b[l] -= r[k][l] * b[k];
      }
    }
    return b;
  }

  /** The diagonal of (X'X)^-1 for the kept columns. */
  public double[] inverseDiagonal() {
    return Cholesky.inverseDiagonal(r); // X'X = R'R, and the rows of r are those of R'
  }

  /** Takes away the part along a unit vector; returns its length. */
  private static double remove(double[] vector, double[] unit) {
    double along = dot(vector, unit);
    for (int i = 0; i < vector.length; i++) {
      vector[i] -= along * unit[i];
    }
    return along;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
