package org.spineregistry.anchor.payout;

import static org.apache.kafka.common.serialization.Serdes.String;

import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.spineregistry.anchor.reward.ledger.Balances;
import org.spineregistry.anchor.reward.ledger.LedgerPayout;
import org.spineregistry.anchor.reward.ledger.Settlement;

/** The ledger as state stores, by beneficiary. */
final class LedgerStores {
  /** By beneficiary and payout; grows with what is paid. */
  static final String PAYOUTS = "ledger-payouts";

  /** By beneficiary. */
  static final String BALANCES = "ledger-balances";

  /** By beneficiary and payout: reports of what is not owed, not yet or not to them. */
  static final String PARKED = "ledger-parked-reports";

  private LedgerStores() {}

  /** Neither part contains the separator. */
  static String key(String beneficiaryId, String payoutId) {
    return prefix(beneficiaryId) + payoutId;
  }

  static String prefix(String beneficiaryId) {
    return beneficiaryId + "|";
  }

  static StoreBuilder<KeyValueStore<String, LedgerPayout>> payouts() {
    return store(PAYOUTS, LedgerPayout.class);
  }

  static StoreBuilder<KeyValueStore<String, Balances>> balances() {
    return store(BALANCES, Balances.class);
  }

  static StoreBuilder<KeyValueStore<String, Settlement>> parked() {
    return store(PARKED, Settlement.class);
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Class<V> type) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), String(), JsonSerde.of(type));
  }
}
