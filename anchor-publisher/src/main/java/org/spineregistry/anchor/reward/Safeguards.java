package org.spineregistry.anchor.reward;

import java.time.Duration;

/**
 * What stands between a decision and the money.
 *
 * @param budget most that the campaign spends, what is held included; null for no limit
 * @param hold how long a payout can be disputed before it is approved; zero for not at all
 */
public record Safeguards(BaseUnits budget, Duration hold, Clawback clawback) {
  public static final Safeguards NONE = new Safeguards(null, Duration.ZERO, Clawback.DEFAULT);

  public Safeguards {
    if (hold.isNegative()) {
      throw new IllegalArgumentException("a hold is not negative");
    }
  }
}
