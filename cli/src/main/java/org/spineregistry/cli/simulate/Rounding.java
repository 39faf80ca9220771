package org.spineregistry.cli.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Values as a form holds them. */
final class Rounding {
  private static final double COMPLETE_FORMS = 0.92;
  private static final int ITEMS_ANSWERED = 9;
  private static final int HIGHEST_ITEM = 5;

  private Rounding() {}

  static long whole(double value) {
    return Math.round(value);
  }

  /**
   * @return the value with so many decimals
   */
  static double decimals(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
  }

  /**
   * A score of the Oswestry index. Ten answered items of 0 to 5 give an even number; a patient who
   * leaves one out gets the sum of nine over their maximum.
   */
  static double oswestry(Patient patient, double value) {
    if (patient.chance("complete-forms", COMPLETE_FORMS)) {
      return 2.0 * Math.round(value / 2);
    }
    double most = ITEMS_ANSWERED * HIGHEST_ITEM;
    return decimals(100 * Math.round(value / 100 * most) / most, 1);
  }
}
