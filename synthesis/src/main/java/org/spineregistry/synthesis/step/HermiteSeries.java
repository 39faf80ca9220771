package org.spineregistry.synthesis.step;

/**
 * Correlation of two step functions of correlated normals as a power series of the latent
 * correlation, from their coefficients in orthonormal Hermite polynomials (Mehler's formula; Olsson
 * 1979, Psychometrika 44:443 for the problem). The series rises with the correlation, so that it
 * can be solved by bisection.
 */
public final class HermiteSeries {
  /** Number of coefficients. */
  public static final int TERMS = 60;

  /** Latent correlations stay inside plus and minus this. */
  public static final double LARGEST = 0.98;

  private static final double PRECISION = 1e-13;
  private static final double[] ROOTS = roots();

  private HermiteSeries() {}

  /**
   * Coefficients of a step function: h_m = sum over edges of the jump of the score times
   * he_(m-1)(edge) phi(edge) / sqrt(m).
   *
   * @param edges inner edges
   * @param scores one more than edges
   * @param density of the standard normal at the lower end of each step, then 0
   */
  static double[] ofSteps(double[] edges, double[] scores, double[] density) {
    double[] coefficients = new double[TERMS];
    for (int e = 0; e < edges.length; e++) {
      add(coefficients, edges[e], (scores[e + 1] - scores[e]) * density[e + 1]);
    }
    return coefficients;
  }

  /**
   * Adds weight times he_(m-1)(x) / sqrt(m) to each coefficient m.
   *
   * @param coefficients of terms 1 to {@link #TERMS}; changed
   */
  static void add(double[] coefficients, double x, double weight) {
    double before = 0;
    double polynomial = 1;
    for (int m = 1; m <= TERMS; m++) {
      coefficients[m - 1] += weight * polynomial / ROOTS[m];
      double next = (x * polynomial - ROOTS[m - 1] * before) / ROOTS[m];
      before = polynomial;
      polynomial = next;
    }
  }

  /**
   * The latent correlation at which the series has a value.
   *
   * @param first coefficients of one function
   * @param second of the other
   * @param covariance of the two functions
   * @return the root, or the bound nearer to it when there is none inside
   */
  public static double solve(double[] first, double[] second, double covariance) {
    double[] products = new double[TERMS];
    for (int m = 0; m < TERMS; m++) {
      products[m] = first[m] * second[m];
    }
    double low = -LARGEST;
    double high = LARGEST;
    if (value(products, low) >= covariance) {
      return low;
    }
    if (value(products, high) <= covariance) {
      return high;
    }
    while (high - low > PRECISION) {
      double middle = 0.5 * (low + high);
      if (value(products, middle) < covariance) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 0.5 * (low + high);
  }

  private static double value(double[] products, double correlation) {
    double sum = 0;
    for (int m = TERMS - 1; m >= 0; m--) {
      sum = (sum + products[m]) * correlation;
    }
    return sum;
  }

  private static double[] roots() {
    double[] roots = new double[TERMS + 1];
    for (int m = 0; m <= TERMS; m++) {
      roots[m] = Math.sqrt(m);
    }
    return roots;
  }
}
