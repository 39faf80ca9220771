package org.spineregistry.anchor.reward;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * An amount of a token in its smallest unit. Never negative, of any size: a signed 64-bit number
 * ends at 9.2 billion tokens of nine decimals, and a JSON number loses units long before.
 */
public record BaseUnits(BigInteger value) implements Comparable<BaseUnits> {
  public static final BaseUnits ZERO = new BaseUnits(BigInteger.ZERO);

  /** Longest text that is read: far above any supply, far below what would cost time to parse. */
  private static final int DIGITS = 39;

  private static final Pattern TEXT = Pattern.compile("0|[1-9][0-9]*");

  public BaseUnits {
    if (value.signum() < 0) {
      throw new IllegalArgumentException("an amount is not negative");
    }
  }

  /**
   * Whether the text is a decimal integer without sign, leading zero or exponent, of at most 39
   * digits.
   */
  public static boolean isWellFormed(String text) {
    return text.length() <= DIGITS && TEXT.matcher(text).matches();
  }

  /**
   * @throws IllegalArgumentException when the text is not well-formed
   */
  public static BaseUnits parse(String text) {
    if (!isWellFormed(text)) {
      throw new IllegalArgumentException(
          "base units: a decimal integer without sign, leading zero or exponent");
    }
    return new BaseUnits(new BigInteger(text));
  }

  public BaseUnits plus(BaseUnits other) {
    return new BaseUnits(value.add(other.value));
  }

  /**
   * @throws IllegalArgumentException when the other amount is larger
   */
  public BaseUnits minus(BaseUnits other) {
    return new BaseUnits(value.subtract(other.value));
  }

  public BaseUnits min(BaseUnits other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** Tokens for people, without trailing zeros: 1500000000 with 9 decimals is 1.5. */
  public String inTokens(int decimals) {
    return value.signum() == 0
        ? "0"
        : new BigDecimal(value, decimals).stripTrailingZeros().toPlainString();
  }

  @Override
  public int compareTo(BaseUnits other) {
    return value.compareTo(other.value);
  }

  /** The decimal string that events carry. */
  @Override
  public String toString() {
    return value.toString();
  }
}
