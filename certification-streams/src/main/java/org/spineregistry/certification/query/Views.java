package org.spineregistry.certification.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.spineregistry.event.CertificationStatus;
import org.spineregistry.event.RegistrySize;

/** Interactive queries on the materialised views. */
public final class Views {
  private final KafkaStreams streams;

  public Views(KafkaStreams streams) {
    this.streams = streams;
  }

  /** One cycle. */
  public Optional<CertificationStatus> cycle(String cycleId) {
    return Optional.ofNullable(this.<CertificationStatus>store(ViewTopology.CYCLES).get(cycleId));
  }

  /**
   * A page of cycles in the order of their ids.
   *
   * @param after id behind which the page begins, or null
   * @param limit most rows of the page
   */
  public List<CertificationStatus> cycles(
      String after, int limit, Predicate<CertificationStatus> wanted) {
    List<CertificationStatus> page = new ArrayList<>();
    try (KeyValueIterator<String, CertificationStatus> rows =
        this.<CertificationStatus>store(ViewTopology.CYCLES).range(after, null)) {
      while (rows.hasNext() && page.size() < limit) {
        KeyValue<String, CertificationStatus> row = rows.next();
        if (!row.key.equals(after) && wanted.test(row.value)) {
          page.add(row.value);
        }
      }
    }
    return page;
  }

  /** The size of every campaign's registry, by campaign. */
  public List<RegistrySize> sizes() {
    List<RegistrySize> sizes = new ArrayList<>();
    try (KeyValueIterator<String, RegistrySize> rows =
        this.<RegistrySize>store(ViewTopology.SIZES).all()) {
      rows.forEachRemaining(row -> sizes.add(row.value));
    }
    return sizes;
  }

  /**
   * Streams that has stopped says so by another exception than streams that restores; neither can
   * answer here, and whoever asks again reaches the process that follows.
   *
   * @throws NotReady while the views are being restored, and when streams has stopped
   */
  private <V> ReadOnlyKeyValueStore<String, V> store(String name) {
    try {
      return streams.store(
          StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore()));
    } catch (InvalidStateStoreException | IllegalStateException e) {
      throw new NotReady();
    }
  }

  /** The views cannot answer now and will soon. */
  public static final class NotReady extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotReady() {
      super("the views are being restored", null, false, false);
    }
  }
}
