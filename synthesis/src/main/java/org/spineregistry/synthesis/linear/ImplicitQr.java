package org.spineregistry.synthesis.linear;

/**
 * Diagonalises a symmetric tridiagonal matrix by implicit QR steps with Wilkinson's shift (Golub
 * and Van Loan, Matrix Computations, algorithms 8.3.2 and 8.3.3).
 */
final class ImplicitQr {
  private static final int MAXIMUM_STEPS = 60;
  private static final double PRECISION = 0x1.0p-53;
  private static final double NOTHING = 0x1.0p-60;

  private final double[] d;
  private final double[] e;
  private final double[][] rows;

  /** Far below what rounding has done to the matrix already. */
  private final double nothing;

  private ImplicitQr(double[] diagonal, double[] beside, double[][] rows) {
    this.d = diagonal;
    this.e = beside;
    this.rows = rows;
    double largest = 0;
    for (int k = 0; k < e.length; k++) {
      largest = Math.max(largest, Math.max(Math.abs(e[k]), Math.abs(d[k])));
    }
    this.nothing = NOTHING * largest;
  }

  /**
   * Rotates until nothing is left beside the diagonal.
   *
   * @param diagonal becomes the eigenvalues
   * @param beside becomes 0
   * @param rows are rotated along; empty when only the values are wanted
   * @throws IllegalArgumentException if the steps do not converge
   */
  static void diagonalise(double[] diagonal, double[] beside, double[][] rows) {
    ImplicitQr qr = new ImplicitQr(diagonal, beside, rows);
    int last = diagonal.length - 1;
    int steps = 0;
    while (last > 0) {
      if (qr.isNegligible(last - 1)) {
        beside[last - 1] = 0;
        last--;
        steps = 0;
      } else if (steps++ < MAXIMUM_STEPS) {
        qr.step(qr.start(last), last);
      } else {
        throw new IllegalArgumentException("The eigenvalues do not converge");
      }
    }
  }

  private boolean isNegligible(int k) {
    double scale = Math.abs(d[k]) + Math.abs(d[k + 1]);
    return Math.abs(e[k]) <= PRECISION * scale + nothing;
  }

  /** First row of the unreduced part that ends in a row. */
  private int start(int last) {
    int first = last - 1;
    while (first > 0 && !isNegligible(first - 1)) {
      first--;
    }
    if (first > 0) {
      e[first - 1] = 0;
    }
    return first;
  }

  /** Chases the bulge from the first to the last row. */
  private void step(int first, int last) {
    double half = 0.5 * (d[last - 1] - d[last]);
    double beside = e[last - 1];
    double root = length(half, beside);
    double shift = d[last] - beside / (half >= 0 ? half + root : half - root) * beside;
    double x = d[first] - shift;
    double z = e[first];
    for (int k = first; k < last; k++) {
      double r = length(x, z);
      double c = r == 0 ? 1 : x / r;
      double s = r == 0 ? 0 : z / r;
      if (k > first) {
        e[k - 1] = r;
      }
      double weight = 2 * c * e[k] + s * (d[k + 1] - d[k]);
      d[k] += s * weight;
      d[k + 1] -= s * weight;
      e[k] = c * weight - e[k];
      if (k + 1 < last) {
        x = e[k];
        z = s * e[k + 1];
        e[k + 1] *= c;
      }
      if (rows.length > 0) {
        rotate(rows[k], rows[k + 1], c, s);
      }
    }
  }

  private static void rotate(double[] p, double[] q, double c, double s) {
    for (int j = 0; j < p.length; j++) {
      double pj = p[j];
      double qj = q[j];
      p[j] = c * pj + s * qj;
      q[j] = c * qj - s * pj;
    }
  }

  private static double length(double x, double y) {
    return Math.sqrt(x * x + y * y);
  }
}
