package org.spineregistry.synthesis.csv;

import java.nio.charset.StandardCharsets;

/**
 * Reads decimal numbers out of bytes, to the nearest double. One object reads one after the other;
 * not thread-safe.
 *
 * <p>A number is {@code [+-] digits [. digits] [e [+-] 1 to 3 digits]}, with at least one digit on
 * one side of the point. Up to 15 digits and powers of ten up to 22 are exact doubles, so one
 * division rounds as it should (Clinger 1990); the rest is left to {@link Double#parseDouble}.
 */
public final class DecimalText {
  private static final int EXACT_DIGITS = 15;
  private static final double[] EXACT_POWERS = powers();

  private byte[] bytes;
  private int at;
  private int end;
  private long digits;
  private int significant;
  private int fraction;
  private int trailingZeros;
  private boolean plain;
  private double value;
  private int decimals;

  /** Reads the bytes from {@code start} to {@code end}; false if they are no number. */
  public boolean read(byte[] text, int start, int end) {
    return readShort(text, start, end) || readAny(text, start, end);
  }

  /** Reads a plain number of at most 15 digits, as nearly all are; false if it is none. */
  private boolean readShort(byte[] text, int start, int end) {
    int first = start < end && text[start] == '-' ? start + 1 : start;
    int point = end;
    long all = 0;
    for (int i = first; i < end; i++) {
      int digit = text[i] - '0';
      if (digit >= 0 && digit <= 9) {
        all = 10 * all + digit;
      } else if (digit == '.' - '0' && point == end && i > first && i + 1 < end) {
        point = i;
      } else {
        return false;
      }
    }
    int after = point == end ? 0 : end - point - 1;
    if (first == end || end - first > EXACT_DIGITS) {
      return false;
    }
    plain = true;
    value = after == 0 ? all : all / EXACT_POWERS[after];
    value = first > start ? -value : value;
    decimals = after;
    for (int i = end - 1; i > point && text[i] == '0'; i--) {
      decimals--;
    }
    return true;
  }

  private boolean readAny(byte[] text, int start, int end) {
    this.bytes = text;
    this.at = start;
    this.end = end;
    digits = 0;
    significant = 0;
    fraction = 0;
    trailingZeros = 0;
    plain = true;
    boolean negative = sign();
    int whole = digits();
    int after = 0;
    if (at < end && bytes[at] == '.') {
      at++;
      after = digits();
      fraction = after;
      plain &= whole > 0 && after > 0;
    }
    if (whole + after == 0) {
      return false;
    }
    int exponent = at < end ? exponent() : 0;
    if (at < end) {
      return false;
    }
    decimals = significant == 0 ? 0 : Math.max(0, fraction - exponent - trailingZeros);
    value = value(start, exponent - fraction);
    value = negative ? -value : value;
    return true;
  }

  /** The number read last. */
  public double value() {
    return value;
  }

  /** Decimals of the number read last, zeros at its end left out. */
  public int decimals() {
    return decimals;
  }

  /** Whether the number read last had no plus sign, no exponent, and digits around its point. */
  public boolean isPlain() {
    return plain;
  }

  private boolean sign() {
    if (at < end && (bytes[at] == '-' || bytes[at] == '+')) {
      plain = bytes[at] == '-';
      return bytes[at++] == '-';
    }
    return false;
  }

  /** Goes over digits and gives their number. */
  private int digits() {
    int first = at;
    for (; at < end && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
      int digit = bytes[at] - '0';
      significant += significant > 0 || digit > 0 ? 1 : 0;
      trailingZeros = digit == 0 ? trailingZeros + 1 : 0;
      if (significant <= EXACT_DIGITS) {
        digits = 10 * digits + digit;
      }
    }
    return at - first;
  }

  /** The exponent; leaves {@link #at} before the end when there is none. */
  private int exponent() {
    if (bytes[at] != 'e' && bytes[at] != 'E') {
      return 0;
    }
    plain = false;
    int sign = at + 1 < end && bytes[at + 1] == '-' ? -1 : 1;
    int first = at + (at + 1 < end && (bytes[at + 1] == '-' || bytes[at + 1] == '+') ? 2 : 1);
    int exponent = 0;
    int i = first;
    for (; i < end && bytes[i] >= '0' && bytes[i] <= '9' && i - first < 3; i++) {
      exponent = 10 * exponent + bytes[i] - '0';
    }
    at = i > first ? i : at;
    return sign * exponent;
  }

  /** The absolute value, {@code digits} times ten to the power of {@code scale}. */
  private double value(int start, int scale) {
    if (significant <= EXACT_DIGITS && Math.abs(scale) < EXACT_POWERS.length) {
      return scale < 0 ? digits / EXACT_POWERS[-scale] : digits * EXACT_POWERS[scale];
    }
    return Math.abs(
        Double.parseDouble(new String(bytes, start, end - start, StandardCharsets.US_ASCII)));
  }

  private static double[] powers() {
    double[] powers = new double[23];
    powers[0] = 1;
    for (int p = 1; p < powers.length; p++) {
      powers[p] = powers[p - 1] * 10;
    }
    return powers;
  }
}
