package org.spineregistry.anchor.batch;

import static org.apache.kafka.common.serialization.Serdes.Integer;
import static org.apache.kafka.common.serialization.Serdes.Long;
import static org.apache.kafka.common.serialization.Serdes.String;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** What batching remembers. */
final class BatchStores {
  /** Place of each receipt, by case and revision; grows with the registry. */
  static final String PLACES = "batch-places";

  /** Leaves of the open batch by index; never more than one batch holds. */
  static final String OPEN = "batch-open-leaves";

  /** {@link BatchState} of every batch by its number: some 9,000 a year. */
  static final String BATCHES = "batch-batches";

  /** What a withdrawal destroys is gone from the changelog within a day too. */
  private static final Map<String, String> CHANGELOG =
      Map.of(
          TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, Long.toString(Duration.ofDays(1).toMillis()));

  private BatchStores() {}

  static StoreBuilder<KeyValueStore<String, String>> places() {
    return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(PLACES), String(), String())
        .withLoggingEnabled(CHANGELOG);
  }

  static StoreBuilder<KeyValueStore<Integer, String>> open() {
    return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(OPEN), Integer(), String());
  }

  static StoreBuilder<KeyValueStore<Long, String>> batches() {
    return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(BATCHES), Long(), String());
  }
}
