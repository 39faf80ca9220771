package org.spineregistry.anchor.reward.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import org.spineregistry.anchor.reward.Amount;
import org.spineregistry.anchor.reward.CampaignTariffs;
import org.spineregistry.anchor.reward.PriceRule;

/** Reads which prices count, and amounts in dollars. */
final class PriceReader {
  /** Ninety days: an older price is none. */
  private static final int MOST_HOURS = 2_160;

  private PriceReader() {}

  /** Null when there is none and no tariff needs one. */
  static PriceRule rule(JsonPart root, Collection<CampaignTariffs> campaigns) {
    if (root.has("price")) {
      return rule(root.part("price"));
    }
    if (campaigns.stream()
        .anyMatch(tariffs -> tariffs.needsPriceForCases() || tariffs.needsPriceForReviews())) {
      root.problem("price", "needed, because a tariff is in usd");
    }
    return null;
  }

  private static PriceRule rule(JsonPart part) {
    part.closed("maxAgeHours", "lowest", "highest");
    PriceRule rule =
        new PriceRule(
            Duration.ofHours(part.number("maxAgeHours", 1, MOST_HOURS)),
            dollars(part, "lowest"),
            dollars(part, "highest"));
    if (rule.lowest().signum() == 0) {
      part.problem("lowest", "above zero");
    }
    if (rule.highest().compareTo(rule.lowest()) < 0) {
      part.problem("highest", "not below lowest");
    }
    return rule;
  }

  /** A needed amount in dollars, or 0 after a problem. */
  static BigDecimal dollars(JsonPart part, String field) {
    String text =
        part.text(
            field,
            Amount.Dollars::isWellFormed,
            "US dollars as a decimal string with at most 18 decimals, without sign or exponent");
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
  }
}
