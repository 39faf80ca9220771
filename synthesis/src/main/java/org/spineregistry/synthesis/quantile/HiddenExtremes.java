package org.spineregistry.synthesis.quantile;

import org.spineregistry.synthesis.table.Decimal;

/**
 * The real extremes that no synthetic row may show, because fewer than k patients share them.
 *
 * @param low real minimum after rounding; NaN when enough patients share it
 * @param high likewise the maximum
 */
public record HiddenExtremes(double low, double high) {

  /**
   * The hidden extremes of a column.
   *
   * @param values any order; NaN for a missing value
   * @param decimals of the column: patients share a value when they do after rounding
   * @param k smallest group of patients that may show
   */
  public static HiddenExtremes of(double[] values, int decimals, int k) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    int lows = 0;
    int highs = 0;
    for (double value : values) {
      double shown = Decimal.round(value, decimals);
      if (shown < low) {
        low = shown;
        lows = 0;
      }
      if (shown > high) {
        high = shown;
        highs = 0;
      }
      lows += shown == low ? 1 : 0;
      highs += shown == high ? 1 : 0;
    }
    return new HiddenExtremes(
        lows > 0 && lows < k ? low : Double.NaN, highs > 0 && highs < k ? high : Double.NaN);
  }

  /** Whether a rounded value is one of them; a missing value is none. */
  public boolean hides(double shown) {
    return shown == low || shown == high;
  }
}
