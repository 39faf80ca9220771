package org.spineregistry.synthesis.infer;

import org.spineregistry.synthesis.table.Decimal;

/**
 * Bounds for a number column that give no patient away: an extreme that at least k patients share
 * may be one; else it is rounded outward, so that it never is the extreme itself. A column without
 * negative numbers has none below 0, and a share of a hundred goes from 0 to 100, whoever is in it.
 *
 * @param minimum inclusive
 * @param maximum inclusive
 */
record Bounds(double minimum, double maximum) {
  private static final int K = 5;
  private static final double PARTS = 10;

  static Bounds of(NumberTexts numbers, int decimals, NameWords name) {
    double least = Decimal.round(numbers.minimum(), decimals);
    double most = Decimal.round(numbers.maximum(), decimals);
    if (name.suggestPercent() && least >= 0 && most <= 100) {
      return new Bounds(0, 100);
    }
    if (!Double.isFinite(most - least)) {
      return new Bounds(least, most); // whoever reads the file refuses such numbers
    }
    double step = NiceStep.atMost((most - least) / PARTS, decimals);
    double below = outward(least, -step, decimals);
    double minimum = numbers.count(numbers.minimum()) >= K ? least : below;
    minimum = least >= 0 ? Math.max(0, minimum) : minimum;
    double above = outward(most, step, decimals);
    return new Bounds(minimum, numbers.count(numbers.maximum()) >= K ? most : above);
  }

  /** The next multiple of a step beyond a number, in the direction of the step. */
  private static double outward(double number, double step, int decimals) {
    double beyond = Decimal.round(Math.ceil(number / step) * step, decimals);
    boolean isBeyond = step > 0 ? beyond > number : beyond < number;
    return isBeyond ? beyond : Decimal.round(beyond + step, decimals);
  }
}
