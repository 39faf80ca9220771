package org.spineregistry.synthesis.report.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.spineregistry.synthesis.metric.Interval;

/** Numbers as a page shows them, the same on every JVM. */
final class Numbers {
  /** Stands where there is no number. */
  static final String NONE = "\u2013";

  private Numbers() {}

  /** Three decimals, none for a whole number; a dash when there is none. */
  static String value(Double value) {
    if (value == null || !Double.isFinite(value)) {
      return NONE;
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return signed(BigDecimal.valueOf(value.longValue()));
    }
    if (Math.abs(value) < 0.0005) {
      return value < 0 ? "> \u22120.001" : "< 0.001";
    }
    return signed(new BigDecimal(value).setScale(3, RoundingMode.HALF_EVEN));
  }

  /** Both ends. */
  static String interval(Interval interval) {
    return interval == null
        ? NONE
        : "[" + value(interval.lower()) + ", " + value(interval.upper()) + "]";
  }

  /** A share in per cent with one decimal. */
  static String percent(double share) {
    BigDecimal percent =
        new BigDecimal(share).movePointRight(2).setScale(1, RoundingMode.HALF_EVEN);
    return percent.toPlainString() + " %";
  }

  /** A correlation, always with two decimals. */
  static String correlation(double value) {
    BigDecimal rounded = new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN);
    return rounded.toPlainString().replace('-', '\u2212');
  }

  /** A tick of an axis: no more digits than it needs. */
  static String tick(double value) {
    BigDecimal rounded = new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN);
    return signed(rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros());
  }

  /** A coordinate of a drawing: one decimal at most. */
  static String pixel(double at) {
    BigDecimal rounded = new BigDecimal(at).setScale(1, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** A count in groups of three digits. */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String signed(BigDecimal number) {
    String plain = number.signum() == 0 ? "0" : number.toPlainString();
    return plain.replace('-', '\u2212');
  }
}
