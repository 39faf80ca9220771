package org.spineregistry.ingestor.intake;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.spineregistry.ingestor.revision.CaseHistory;

/** State of intake. */
final class IntakeStores {
  /**
   * caseId to history. Bounded by the number of cases; a withdrawal leaves a marker without
   * content, and the changelog forgets the content within a day.
   */
  static final String HISTORY = "case-history";

  private static final Map<String, String> CHANGELOG =
      Map.of(
          TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, Long.toString(Duration.ofDays(1).toMillis()));

  private IntakeStores() {}

  static StoreBuilder<KeyValueStore<String, CaseHistory>> history() {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(HISTORY), Serdes.String(), new HistorySerde())
        .withLoggingEnabled(CHANGELOG);
  }
}
