package org.spineregistry.anchor.payout;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.spineregistry.anchor.reward.decision.Hold;
import org.spineregistry.anchor.reward.decision.KnownPayout;

/** Keys that sort held payouts in the order in which their holds end. */
final class WaitingKeys {
  static final String TIMED = "timed|";
  private static final String BUDGET = "budget|";

  private WaitingKeys() {}

  /** Of a payout whose hold ends by itself or with the budget. */
  static Optional<String> of(KnownPayout known) {
    if (!known.isHeld()) {
      return Optional.empty();
    }
    if (known.hold().until() != null) {
      return Optional.of(TIMED + digits(known.hold().until()) + "|" + known.payoutId());
    }
    return known.hold().reason() == Hold.Reason.BUDGET
        ? Optional.of(ofBudget(known.earned().campaignId()) + place(known))
        : Optional.empty();
  }

  static String ofBudget(String campaignId) {
    return BUDGET + campaignId + "|";
  }

  /** Behind all whose hold ends at the time or before. */
  static String behind(Instant at) {
    return TIMED + digits(at) + "|\uffff";
  }

  private static String place(KnownPayout known) {
    return digits(known.earned().effectiveAt())
        + "|"
        + String.format(Locale.ROOT, "%09d", known.earned().place())
        + "|"
        + known.payoutId();
  }

  private static String digits(Instant at) {
    return String.format(Locale.ROOT, "%019d", at.toEpochMilli());
  }
}
