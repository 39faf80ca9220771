package org.spineregistry.certification.registry;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.spineregistry.event.CertificationPolicy;
import org.spineregistry.event.RegistrySize;
import org.spineregistry.schemas.serde.StateSerde;

/**
 * State of the registry topology. All of it is bounded by the number of living cases and of
 * campaigns.
 */
final class RegistryStores {
  /** caseId to member; a withdrawal removes the entry. */
  static final String MEMBERS = "registry-members";

  /** campaignId to size; one entry a campaign. */
  static final String SIZES = "registry-sizes";

  /** campaignId to policy; one entry a campaign. */
  static final String POLICIES = "registry-policies";

  private RegistryStores() {}

  static StoreBuilder<KeyValueStore<String, MemberState>> members() {
    return store(MEMBERS, MemberState.serde());
  }

  static StoreBuilder<KeyValueStore<String, RegistrySize>> sizes() {
    return store(SIZES, new StateSerde<>(RegistrySize.getEncoder(), RegistrySize.getDecoder()))
        // written with every case: the cache keeps one changelog record a commit
        .withCachingEnabled();
  }

  static StoreBuilder<KeyValueStore<String, CertificationPolicy>> policies() {
    return store(
        POLICIES,
        new StateSerde<>(CertificationPolicy.getEncoder(), CertificationPolicy.getDecoder()));
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), Serdes.String(), values);
  }
}
