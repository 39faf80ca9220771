package org.spineregistry.synthesis.table;

/** Numbers with a fixed number of decimals, as whole numbers of the last decimal. */
public final class Decimal {
  /** Whole numbers up to here are exact doubles. */
  static final double LARGEST = 0x1.0p53;

  private static final double[] POWERS = powers();

  private Decimal() {}

  /** 10 to the power of {@code decimals}. */
  static double power(int decimals) {
    return POWERS[decimals];
  }

  /** The nearest number with that many decimals; halves go to the even one. */
  public static double round(double value, int decimals) {
    double scaled = Math.rint(value * POWERS[decimals]);
    return scaled == 0 ? 0 : scaled / POWERS[decimals];
  }

  /** Whether the value is written exactly with that many decimals. */
  static boolean fits(double value, int decimals) {
    return round(value, decimals) == value;
  }

  /** Whether the value is small enough to be written digit by digit. */
  static boolean isWritable(double value, int decimals) {
    return Math.abs(value) * POWERS[decimals] < LARGEST;
  }

  private static double[] powers() {
    double[] powers = new double[16];
    powers[0] = 1;
    for (int d = 1; d < powers.length; d++) {
      powers[d] = powers[d - 1] * 10;
    }
    return powers;
  }
}
