package org.spineregistry.synthesis.report;

import java.math.BigDecimal;

/**
 * Lines at whole multiples of a round width, 1, 2 or 5 times a power of ten.
 *
 * @param width distance of two lines
 * @param decimals of the values, which tell whether a bin ends below its upper line
 */
public record RoundGrid(BigDecimal width, int decimals) {
  private static final int[] DIGITS = {1, 2, 5};

  /**
   * The finest grid whose width is at least {@code width} and one unit of the last decimal.
   *
   * @param width 0 or more
   */
  public static RoundGrid of(double width, int decimals) {
    BigDecimal least = new BigDecimal(width);
    for (int power = -decimals; ; power++) {
      for (int digit : DIGITS) {
        BigDecimal candidate = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
        if (candidate.compareTo(least) >= 0) {
          return new RoundGrid(candidate, decimals);
        }
      }
    }
  }

  /** Number of the line at or below a value. */
  public long cell(double value) {
    long guess = (long) Math.floor(value / width.doubleValue());
    while (edge(guess) > value) {
      guess--;
    }
    while (edge(guess + 1) <= value) {
      guess++;
    }
    return guess;
  }

  /** Place of a line. */
  public double edge(long line) {
    return exact(line).doubleValue();
  }

  /** A bin from one line to another in words; null is an open end. */
  String label(Long from, Long to) {
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-decimals);
    if (from == null) {
      return to == null ? "any" : "under " + text(exact(to));
    }
    if (to == null) {
      return text(exact(from)) + " or more";
    }
    BigDecimal last = exact(to).subtract(unit);
    String first = text(exact(from));
    return exact(from).compareTo(last) == 0 ? first : first + " to " + text(last);
  }

  private BigDecimal exact(long line) {
    return width.multiply(BigDecimal.valueOf(line));
  }

  private static String text(BigDecimal number) {
    BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return plain.toPlainString();
  }
}
