package org.spineregistry.synthesis.metric;

/** Pearson's product-moment correlation. */
public final class Pearson {
  private Pearson() {}

  /**
   * Correlation over the rows that have both values.
   *
   * @return NaN when fewer than two rows have both or one side is constant on them
   */
  public static double of(double[] x, double[] y) {
    return weighted(x, y, null);
  }

  /**
   * Correlation with a count for each row, as in a bootstrap.
   *
   * @param weights how often each row counts; null counts every row once
   * @return NaN when it is not defined
   */
  public static double weighted(double[] x, double[] y, int[] weights) {
    double sumX = 0;
    double sumY = 0;
    long count = 0;
    for (int i = 0; i < x.length; i++) {
      if (isPair(x[i], y[i])) {
        int weight = weights == null ? 1 : weights[i];
        sumX += weight * x[i];
        sumY += weight * y[i];
        count += weight;
      }
    }
    return aboutMeans(x, y, weights, sumX / count, sumY / count);
  }

  private static double aboutMeans(
      double[] x, double[] y, int[] weights, double meanX, double meanY) {
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      if (isPair(x[i], y[i])) {
        int weight = weights == null ? 1 : weights[i];
        double dx = x[i] - meanX;
        double dy = y[i] - meanY;
        xx += weight * dx * dx;
        yy += weight * dy * dy;
        xy += weight * dx * dy;
      }
    }
    return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
  }

  private static boolean isPair(double x, double y) {
    return !Double.isNaN(x) && !Double.isNaN(y);
  }
}
