package org.spineregistry.anchor.payout;

import static org.apache.kafka.common.serialization.Serdes.Integer;
import static org.apache.kafka.common.serialization.Serdes.Long;
import static org.apache.kafka.common.serialization.Serdes.String;

import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.spineregistry.anchor.reward.TokenPrice;
import org.spineregistry.anchor.reward.decision.Bar;
import org.spineregistry.anchor.reward.decision.KnownPayout;
import org.spineregistry.anchor.reward.decision.RulingOutcome;

/**
 * What the payout decisions must never forget. All grow with the registry and keep their entries
 * for ever, unless they say otherwise.
 */
final class RewardStores {
  /** payoutId to the payout as it stands. */
  static final String PAYOUTS = "decided-payouts";

  /** caseId/window or reviewId to payoutId; an entry lost would be paid again. */
  static final String SUBJECTS = "decided-subjects";

  /** beneficiaryId|payoutId to payoutId. */
  static final String BENEFICIARIES = "decided-beneficiaries";

  /** Payouts whose hold ends by itself or with the budget; entries go with the hold. */
  static final String WAITING = "waiting-payouts";

  /** Base units used of budgets, by campaign, and granted on days, by campaign and beneficiary. */
  static final String AMOUNTS = "reward-amounts";

  /** Beneficiaries that are suspended; entries go when they are resumed. */
  static final String SUSPENDED = "suspended-beneficiaries";

  /** caseId|cause, or beneficiaryId|cause, to why nothing more is earned. */
  static final String BARS = "barred-cases";

  /** rulingId to what it did. */
  static final String RULINGS = "applied-rulings";

  /** Version to the policy's document. */
  static final String POLICIES = "reward-policies";

  /** cycleId to the subject that was rewarded; an entry a cycle. */
  static final String CYCLES = "rewarded-cycles";

  /** The newest price. */
  static final String PRICES = "reward-prices";

  /** Offset to an input that waits for a price; entries go when it comes. */
  static final String UNPRICED = "unpriced-inputs";

  /** day|campaignId|payoutId to payoutId of the day's reviews. */
  static final String REVIEW_PAYOUTS = "review-payouts";

  /** day|campaignId of days whose manifest is to be written; entries go when it is. */
  static final String OPEN_DAYS = "open-review-days";

  /** day|campaignId to the number of manifests that were written. */
  static final String DAY_REVISIONS = "review-day-revisions";

  private RewardStores() {}

  static List<StoreBuilder<?>> all() {
    return List.of(
        store(PAYOUTS, String(), JsonSerde.of(KnownPayout.class)),
        store(SUBJECTS, String(), String()),
        store(BENEFICIARIES, String(), String()),
        store(WAITING, String(), String()),
        store(AMOUNTS, String(), String()),
        store(SUSPENDED, String(), String()),
        store(BARS, String(), JsonSerde.of(Bar.class)),
        store(RULINGS, String(), JsonSerde.of(RulingOutcome.class)),
        store(POLICIES, Integer(), String()),
        store(CYCLES, String(), String()),
        store(PRICES, String(), JsonSerde.of(TokenPrice.class)),
        store(UNPRICED, Long(), JsonSerde.of(WaitingInput.class)),
        store(REVIEW_PAYOUTS, String(), String()),
        store(OPEN_DAYS, String(), String()),
        store(DAY_REVISIONS, String(), Integer()));
  }

  static String[] names() {
    return all().stream().map(StoreBuilder::name).toArray(String[]::new);
  }

  private static <K, V> StoreBuilder<KeyValueStore<K, V>> store(
      String name, Serde<K> key, Serde<V> value) {
    return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), key, value);
  }
}
