package org.spineregistry.synthesis.infer;

import org.spineregistry.synthesis.table.Decimal;

/** Steps of 1, 2 or 5 times a power of ten. */
final class NiceStep {
  private NiceStep() {}

  /** The largest such step that is at most {@code size} and at least one unit of the decimals. */
  static double atMost(double size, int decimals) {
    double unit = unit(decimals);
    double step = unit;
    for (double power = unit; power <= size && Double.isFinite(power); power *= 10) {
      for (int factor : new int[] {1, 2, 5}) {
        step = factor * power <= size ? factor * power : step;
      }
    }
    return Decimal.round(step, decimals);
  }

  /** The smallest such step that is at least {@code size} and at least one unit. */
  static double atLeast(double size, int decimals) {
    double power = unit(decimals);
    double step = power;
    while (step < size) {
      step = 2 * power >= size ? 2 * power : 5 * power >= size ? 5 * power : 10 * power;
      power *= 10;
    }
    return Decimal.round(step, decimals);
  }

  private static double unit(int decimals) {
    double unit = 1;
    for (int d = 0; d < decimals; d++) {
      unit /= 10;
    }
    return unit;
  }
}
