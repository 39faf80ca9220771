package org.spineregistry.anchor.payout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.spineregistry.anchor.reward.PriceRule;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.TokenPrice;
import org.spineregistry.event.TokenPriceQuoted;

/**
 * The price in force, and what cannot be decided without another one. Cycles of a campaign do not
 * overtake each other: what one pays, the next does not.
 */
final class PriceBook {
  static final String NEWEST = "newest";

  /** Clocks differ. */
  private static final Duration AHEAD = Duration.ofMinutes(1);

  private final Serde<SpecificRecord> events;
  private final KeyValueStore<String, TokenPrice> prices;
  private final KeyValueStore<Long, WaitingInput> waiting;

  /** How many cycles of a campaign wait. */
  private final Map<String, Integer> cycles = new HashMap<>();

  /**
   * What need not wait any longer.
   *
   * @param inputs in the order in which they came
   * @param isAll whether there is no more of it
   */
  record Ready(List<Input> inputs, boolean isAll) {}

  PriceBook(ProcessorContext<?, ?> context, Serde<SpecificRecord> events) {
    this.events = events;
    prices = context.getStateStore(RewardStores.PRICES);
    waiting = context.getStateStore(RewardStores.UNPRICED);
    try (KeyValueIterator<Long, WaitingInput> all = waiting.all()) {
      all.forEachRemaining(kept -> count(kept.value.need(), 1));
    }
  }

  private void count(PriceNeed need, int more) {
    if (need.isCycle()) {
      cycles.merge(need.campaignId(), more, Integer::sum);
    }
  }

  /** Null before the first one. */
  TokenPrice price() {
    return prices.get(NEWEST);
  }

  /**
   * Takes a price; one that is older than the newest changes nothing.
   *
   * @return why it is none: a code; empty when it is
   */
  Optional<String> quote(Input input, TokenPriceQuoted quoted, RewardPolicies policies) {
    if (policies.isEmpty()) {
      return Optional.of("NO_POLICY");
    }
    if (quoted.getQuotedAt().isAfter(input.time().plus(AHEAD))) {
      return Optional.of("PRICE_FROM_FUTURE");
    }
    if (!policies.at(quoted.getQuotedAt()).token().symbol().equals(quoted.getSymbol())) {
      return Optional.of("PRICE_OTHER_TOKEN");
    }
    Optional<TokenPrice> price = InputEvents.price(quoted, input.eventId());
    if (price.isEmpty()) {
      return Optional.of("PRICE_MALFORMED");
    }
    if (policies.priceRule(quoted.getQuotedAt()).filter(r -> r.accepts(price.get())).isEmpty()) {
      return Optional.of("PRICE_OUT_OF_BOUNDS");
    }
    TokenPrice before = price();
    if (before == null || before.quotedAt().isBefore(price.get().quotedAt())) {
      prices.put(NEWEST, price.get());
    }
    return Optional.empty();
  }

  /** Keeps an event that needs a price that is not there. */
  boolean keeps(Input input, RewardPolicies policies) {
    PriceNeed need = PriceNeed.of(input.event()).orElse(null);
    if (need == null || !lacks(need, policies) && !isBehindAnother(need)) {
      return false;
    }
    waiting.put(input.at().offset(), WaitingInput.of(input, need, events));
    count(need, 1);
    return true;
  }

  private boolean isBehindAnother(PriceNeed need) {
    return need.isCycle() && cycles.getOrDefault(need.campaignId(), 0) > 0;
  }

  private boolean lacks(PriceNeed need, RewardPolicies policies) {
    if (!need.exists(policies)) {
      return false;
    }
    PriceRule rule = policies.at(need.earnedAt()).price();
    TokenPrice price = price();
    return price == null || !rule.covers(price, need.earnedAt());
  }

  /**
   * Hands out what need not wait any longer; it is not kept any more.
   *
   * @param most of one event: a transaction must not become so long that the broker ends it
   */
  Ready ready(RewardPolicies policies, int most) {
    List<Input> ready = new ArrayList<>();
    Set<String> blocked = new HashSet<>();
    boolean isAll = true;
    try (KeyValueIterator<Long, WaitingInput> all = waiting.all()) {
      while (isAll && all.hasNext()) {
        KeyValue<Long, WaitingInput> kept = all.next();
        PriceNeed need = kept.value.need();
        if (lacks(need, policies) || need.isCycle() && blocked.contains(need.campaignId())) {
          if (need.isCycle()) {
            blocked.add(need.campaignId());
          }
        } else if (ready.size() == most) {
          isAll = false;
        } else {
          ready.add(kept.value.input(kept.key, events));
        }
      }
    }
    ready.forEach(this::forget);
    return new Ready(ready, isAll);
  }

  private void forget(Input input) {
    waiting.delete(input.at().offset());
    PriceNeed.of(input.event()).ifPresent(need -> count(need, -1));
  }
}
