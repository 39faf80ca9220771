package org.spineregistry.certification.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.spineregistry.event.CertificationStatus;
import org.spineregistry.event.RegistrySize;
import org.spineregistry.service.streams.StoreQueries;

/**
 * Interactive queries on the materialised views. Each throws {@link StoreQueries.NotReady} while
 * they are being restored, and when streams has stopped.
 */
public final class Views {
  private final StoreQueries stores;

  public Views(KafkaStreams streams) {
    this.stores = new StoreQueries(streams);
  }

  /** One cycle. */
  public Optional<CertificationStatus> cycle(String cycleId) {
    return stores.ask(
        ViewTopology.CYCLES,
        (ReadOnlyKeyValueStore<String, CertificationStatus> cycles) ->
            Optional.ofNullable(cycles.get(cycleId)));
  }

  /**
   * A page of cycles in the order of their ids.
   *
   * @param after id behind which the page begins, or null
   * @param limit most rows of the page
   */
  public List<CertificationStatus> cycles(
      String after, int limit, Predicate<CertificationStatus> wanted) {
    return stores.ask(
        ViewTopology.CYCLES,
        (ReadOnlyKeyValueStore<String, CertificationStatus> cycles) -> {
          List<CertificationStatus> page = new ArrayList<>();
          try (KeyValueIterator<String, CertificationStatus> rows = cycles.range(after, null)) {
            while (rows.hasNext() && page.size() < limit) {
              KeyValue<String, CertificationStatus> row = rows.next();
              if (!row.key.equals(after) && wanted.test(row.value)) {
                page.add(row.value);
              }
            }
          }
          return page;
        });
  }

  /** The size of every campaign's registry, by campaign. */
  public List<RegistrySize> sizes() {
    return stores.ask(
        ViewTopology.SIZES,
        (ReadOnlyKeyValueStore<String, RegistrySize> registries) -> {
          List<RegistrySize> sizes = new ArrayList<>();
          try (KeyValueIterator<String, RegistrySize> rows = registries.all()) {
            rows.forEachRemaining(row -> sizes.add(row.value));
          }
          return sizes;
        });
  }
}
