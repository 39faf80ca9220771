package org.spineregistry.anchor.payout;

import static org.apache.kafka.common.serialization.Serdes.String;

import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What the payout decisions must never forget. Both stores grow with the registry and keep their
 * entries for ever.
 */
final class RewardStores {
  /** caseId/window to payoutId; an entry lost would be paid again. */
  static final String PAID = "paid-contributions";

  /** cycleId to the subject that was rewarded; an entry a cycle. */
  static final String CYCLES = "rewarded-cycles";

  private RewardStores() {}

  static StoreBuilder<KeyValueStore<String, String>> paid() {
    return texts(PAID);
  }

  static StoreBuilder<KeyValueStore<String, String>> cycles() {
    return texts(CYCLES);
  }

  private static StoreBuilder<KeyValueStore<String, String>> texts(String name) {
    return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), String(), String());
  }
}
