package org.spineregistry.synthesis.report;

/** Rounding to what a figure shows. */
final class Decimals {
  private Decimals() {}

  static double hundredths(double value) {
    return on(value, 100);
  }

  static double thousandths(double value) {
    return on(value, 1000);
  }

  private static double on(double value, int grid) {
    double rounded = Math.rint(value * grid) / grid;
    return rounded == 0 ? 0 : rounded; // no negative zero
  }
}
