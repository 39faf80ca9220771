package org.spineregistry.anchor.reward;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * Which prices turn dollars into tokens. A price with a slipped decimal point would pay ten times
 * too much, and tokens cannot be pulled back, so bounds are not optional.
 *
 * @param maxAge how old a price may be when something is earned
 * @param lowest US dollars per token; a lower price is not used
 * @param highest likewise
 */
public record PriceRule(Duration maxAge, BigDecimal lowest, BigDecimal highest) {

  /** Whether a price is within the bounds. */
  public boolean accepts(TokenPrice price) {
    return price.usdPerToken().compareTo(lowest) >= 0
        && price.usdPerToken().compareTo(highest) <= 0;
  }

  /**
   * Whether what is earned at a time can be paid with a price that was accepted, maybe by another
   * version: bounds that move with the market must not leave anybody waiting for ever.
   */
  public boolean covers(TokenPrice price, Instant earnedAt) {
    return !price.quotedAt().plus(maxAge).isBefore(earnedAt);
  }
}
