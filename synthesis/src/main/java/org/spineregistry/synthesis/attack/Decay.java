package org.spineregistry.synthesis.attack;

/**
 * exp(-x) for bulk use: the value at the nearest of 641 points, 1/16 apart, times the Taylor
 * polynomial of degree 7 of the rest, whose remainder is below 3e-17. Relative error below 1e-15.
 * Products and sums only, so that every JVM gives the same bits.
 */
final class Decay {
  /** Largest argument: what is smaller adds less than 1e-17 of the largest term of a sum. */
  static final double FARTHEST = 40;

  private static final int PER_UNIT = 16;
  private static final double[] AT_POINTS = atPoints();

  private Decay() {}

  /**
   * exp(-x).
   *
   * @param x from 0 to {@link #FARTHEST}
   */
  static double of(double x) {
    int point = (int) (x * PER_UNIT + 0.5);
    double r = (double) point / PER_UNIT - x;
    double square = r * r;
    double even = 1.0 / 2 + r * (1.0 / 6) + square * (1.0 / 24 + r * (1.0 / 120));
    double series = 1 + r + square * (even + square * square * (1.0 / 720 + r * (1.0 / 5040)));
    return AT_POINTS[point] * series;
  }

  private static double[] atPoints() {
    double[] values = new double[(int) (FARTHEST * PER_UNIT) + 1];
    for (int point = 0; point < values.length; point++) {
      values[point] = StrictMath.exp(-(double) point / PER_UNIT);
    }
    return values;
  }
}
