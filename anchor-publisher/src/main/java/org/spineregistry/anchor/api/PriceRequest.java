package org.spineregistry.anchor.api;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.spineregistry.anchor.reward.Amount;
import org.spineregistry.anchor.reward.PriceRule;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.Token;
import org.spineregistry.anchor.reward.TokenPrice;
import org.spineregistry.event.TokenPriceQuoted;

/**
 * A price as an operator sends it.
 *
 * @param priceId UUID of the sender's choice: the same again changes nothing
 * @param usdPerToken decimal string
 * @param source where the price is from
 * @param quotedAt time in UTC, as 2026-12-01T09:00:00Z
 * @param others fields that a price does not have
 */
public record PriceRequest(
    String priceId,
    String usdPerToken,
    String source,
    String quotedAt,
    @JsonAnySetter Map<String, Object> others) {
  private static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");

  /** Clocks differ. */
  private static final Duration AHEAD = Duration.ofMinutes(1);

  /** What is wrong with it; each names a field and its rule. */
  List<String> problems(RewardPolicies policies, Instant now) {
    List<String> problems = new ArrayList<>(Problems.unknown(others));
    if (priceId == null || !priceId.matches(RulingRequest.UUID)) {
      problems.add("priceId: a UUID of your choice, in lower case");
    }
    if (source == null || !source.matches("[\\p{Alnum} ./:_-]{1,100}")) {
      problems.add("source: 1 to 100 letters, digits, spaces and . / : _ -");
    }
    Instant time = time();
    if (time == null || time.isBefore(EARLIEST) || time.isAfter(now.plus(AHEAD))) {
      problems.add("quotedAt: a time in UTC, as 2026-12-01T09:00:00Z, not in the future");
      price(policies.priceRule(now).orElse(null), problems);
    } else {
      price(policies.priceRule(time).orElse(null), problems);
    }
    return problems;
  }

  private void price(PriceRule rule, List<String> problems) {
    if (rule == null) {
      problems.add("usdPerToken: the policy in force names no dollars and takes no price");
    } else if (usdPerToken == null || !Amount.Dollars.isWellFormed(usdPerToken)) {
      problems.add(
          "usdPerToken: US dollars as a decimal string with at most 18 decimals, without sign or"
              + " exponent");
    } else if (!rule.accepts(new TokenPrice(priceId, new BigDecimal(usdPerToken), Instant.EPOCH))) {
      problems.add(
          "usdPerToken: from %s to %s, as the policy says"
              .formatted(rule.lowest().toPlainString(), rule.highest().toPlainString()));
    }
  }

  private Instant time() {
    try {
      return quotedAt == null ? null : Instant.parse(quotedAt);
    } catch (DateTimeException e) {
      return null;
    }
  }

  TokenPriceQuoted event(Token token) {
    return TokenPriceQuoted.newBuilder()
        .setPriceId(priceId)
        .setSymbol(token.symbol())
        .setUsdPerToken(usdPerToken)
        .setSource(source)
        .setQuotedAt(time())
        .build();
  }
}
