package org.spineregistry.anchor.reward;

import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * What a tariff asks for, in the token.
 *
 * @param usd what it was before; null when the tariff names the token itself
 */
public record Asked(BaseUnits units, UsdTerms usd) {

  /**
   * Amount in US dollars and the price that turned it into tokens, as decimal strings.
   *
   * @param priceEventId event that brought the price
   */
  public record UsdTerms(String amount, String price, String priceEventId) {}

  /**
   * @param price needed when the tariff names dollars
   */
  public static Asked of(Amount amount, Token token, TokenPrice price) {
    return amount instanceof Amount.Dollars dollars
        ? of(dollars, token, price)
        : new Asked(((Amount.Fixed) amount).units(), null);
  }

  /** Rounded once, downwards: floor(usd / price x 10^decimals). */
  private static Asked of(Amount.Dollars dollars, Token token, TokenPrice price) {
    BigInteger units =
        dollars
            .usd()
            .scaleByPowerOfTen(token.decimals())
            .divide(price.usdPerToken(), 0, RoundingMode.FLOOR)
            .toBigIntegerExact();
    return new Asked(
        new BaseUnits(units),
        new UsdTerms(
            dollars.usd().toPlainString(), price.usdPerToken().toPlainString(), price.eventId()));
  }
}
