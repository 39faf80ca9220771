package org.spineregistry.anchor.payout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.spineregistry.anchor.reward.CampaignTariffs;
import org.spineregistry.anchor.reward.PriceRule;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.TokenPrice;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.ReviewAccepted;
import org.spineregistry.event.TokenPriceQuoted;

/** The price in force, and what cannot be decided without another one. */
final class PriceBook {
  static final String NEWEST = "newest";

  private final Serde<SpecificRecord> events;
  private final KeyValueStore<String, TokenPrice> prices;
  private final KeyValueStore<Long, WaitingInput> waiting;

  PriceBook(ProcessorContext<?, ?> context, Serde<SpecificRecord> events) {
    this.events = events;
    prices = context.getStateStore(RewardStores.PRICES);
    waiting = context.getStateStore(RewardStores.UNPRICED);
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
  Optional<String> quote(TokenPriceQuoted quoted, String eventId, RewardPolicies policies) {
    if (policies.isEmpty()) {
      return Optional.of("NO_POLICY");
    }
    RewardPolicy policy = policies.at(quoted.getQuotedAt());
    if (!policy.token().symbol().equals(quoted.getSymbol())) {
      return Optional.of("PRICE_OTHER_TOKEN");
    }
    Optional<TokenPrice> price = InputEvents.price(quoted, eventId);
    if (price.isEmpty()) {
      return Optional.of("PRICE_MALFORMED");
    }
    if (policy.price() == null || !policy.price().accepts(price.get())) {
      return Optional.of("PRICE_OUT_OF_BOUNDS");
    }
    TokenPrice before = price();
    if (before == null || before.quotedAt().isBefore(price.get().quotedAt())) {
      prices.put(NEWEST, price.get());
    }
    return Optional.empty();
  }

  /** Whether an event needs a price that is not there. */
  boolean lacks(SpecificRecord event, RewardPolicies policies) {
    if (event instanceof AnchorFinalized anchor && anchor.getCertifiedAt() != null) {
      return lacks(anchor.getCampaignId(), anchor.getCertifiedAt(), policies, false);
    }
    return event instanceof ReviewAccepted review
        && lacks(review.getCampaignId(), review.getAcceptedAt(), policies, true);
  }

  private boolean lacks(
      String campaignId, Instant earnedAt, RewardPolicies policies, boolean isReview) {
    if (campaignId == null || policies.isEmpty()) {
      return false;
    }
    RewardPolicy policy = policies.at(earnedAt);
    CampaignTariffs tariffs = policy.campaign(campaignId).orElse(null);
    boolean isNeeded =
        tariffs != null
            && (isReview ? tariffs.needsPriceForReviews() : tariffs.needsPriceForCases());
    return isNeeded && !covers(policy.price(), earnedAt);
  }

  private boolean covers(PriceRule rule, Instant earnedAt) {
    TokenPrice price = price();
    return price != null && rule.covers(price, earnedAt);
  }

  void keep(Input input) {
    waiting.put(input.at().offset(), WaitingInput.of(input, events));
  }

  /** What need not wait any longer, in the order in which it came; it is not kept any more. */
  List<Input> ready(RewardPolicies policies) {
    List<Input> ready = new ArrayList<>();
    try (KeyValueIterator<Long, WaitingInput> all = waiting.all()) {
      while (all.hasNext()) {
        KeyValue<Long, WaitingInput> kept = all.next();
        Input input = kept.value.input(kept.key, events);
        if (!lacks(input.event(), policies)) {
          ready.add(input);
        }
      }
    }
    ready.forEach(input -> waiting.delete(input.at().offset()));
    return ready;
  }
}
