package org.spineregistry.anchor.reward;

import java.time.Duration;
import java.time.Instant;

/**
 * How old a payout may be to be reversed.
 *
 * @param back null for any age
 * @param isNone whether nothing is reversed, however young
 */
public record Reach(Duration back, boolean isNone) {
  public static final Reach NONE = new Reach(Duration.ZERO, true);
  public static final Reach ALL = new Reach(null, false);

  public static Reach of(Duration back) {
    return new Reach(back, false);
  }

  /** Whether a payout that took effect at one time can be reversed at another. */
  public boolean covers(Instant effectiveAt, Instant at) {
    return !isNone && (back == null || !effectiveAt.plus(back).isBefore(at));
  }
}
