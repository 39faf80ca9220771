package org.spineregistry.anchor.reward.policy;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.spineregistry.anchor.reward.Clawback;
import org.spineregistry.anchor.reward.Reach;
import org.spineregistry.anchor.reward.Safeguards;
import org.spineregistry.event.Recovery;
import org.spineregistry.event.RulingCause;

/** Reads budget, hold and clawback of a campaign. */
final class SafeguardsReader {
  /** Ten years: longer is a slip of the keyboard. */
  private static final int MOST_DAYS = 3_650;

  /** A hand's own causes always reach all the way. */
  private static final Set<RulingCause> CAUSES =
      EnumSet.range(RulingCause.CASE_WITHDRAWN, RulingCause.CREDENTIAL_REVOKED);

  private static final String RECOVERY = "recovery";

  private SafeguardsReader() {}

  static Safeguards safeguards(JsonPart campaign) {
    return new Safeguards(
        TariffReader.limit(campaign, "budget"),
        campaign.has("holdDays")
            ? Duration.ofDays(campaign.number("holdDays", 0, MOST_DAYS))
            : Duration.ZERO,
        campaign.has("clawback") ? clawback(campaign.part("clawback")) : Clawback.DEFAULT);
  }

  private static Clawback clawback(JsonPart part) {
    Map<RulingCause, Reach> reaches = new EnumMap<>(RulingCause.class);
    for (String name : part.names()) {
      if (CAUSES.stream().anyMatch(cause -> cause.name().equals(name))) {
        reaches.put(RulingCause.valueOf(name), reach(part, name));
      } else if (!RECOVERY.equals(name)) {
        part.problem(name, "one of " + CAUSES + " or " + RECOVERY);
      }
    }
    return new Clawback(reaches, recovery(part));
  }

  private static Recovery recovery(JsonPart part) {
    if (!part.has(RECOVERY)) {
      return Clawback.DEFAULT.recovery();
    }
    String text =
        part.text(
            RECOVERY,
            value -> value.equals("OFFSET_FUTURE") || value.equals("REQUEST_RETURN"),
            "OFFSET_FUTURE or REQUEST_RETURN");
    return text.isEmpty() ? Recovery.UNKNOWN : Recovery.valueOf(text);
  }

  private static Reach reach(JsonPart part, String cause) {
    String text =
        part.text(
            cause,
            value -> value.matches("NONE|ALL|P[1-9][0-9]{0,3}D"),
            "NONE, ALL or days as P14D");
    return switch (text) {
      case "", "NONE" -> Reach.NONE;
      case "ALL" -> Reach.ALL;
      default -> Reach.of(Duration.parse(text));
    };
  }
}
