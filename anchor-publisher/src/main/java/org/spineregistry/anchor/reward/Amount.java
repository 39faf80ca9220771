package org.spineregistry.anchor.reward;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What a tariff names: an amount of the token, or of US dollars that a price turns into one. */
public sealed interface Amount permits Amount.Fixed, Amount.Dollars {

  /** An amount of the token. */
  record Fixed(BaseUnits units) implements Amount {}

  /**
   * An amount of US dollars.
   *
   * @param usd not negative, exact
   */
  record Dollars(BigDecimal usd) implements Amount {
    private static final Pattern TEXT = Pattern.compile("(0|[1-9][0-9]{0,17})(\\.[0-9]{1,18})?");

    public Dollars {
      if (usd.signum() < 0) {
        throw new IllegalArgumentException("an amount is not negative");
      }
    }

    /**
     * Whether the text is a decimal number without sign, leading zero or exponent, with at most 18
     * digits before and behind the point.
     */
    public static boolean isWellFormed(String text) {
      return TEXT.matcher(text).matches();
    }
  }
}
