package org.spineregistry.service.streams;

import java.util.function.Function;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Interactive queries on the key-value stores of an application. */
public final class StoreQueries {
  private final KafkaStreams streams;

  public StoreQueries(KafkaStreams streams) {
    this.streams = streams;
  }

  /**
   * Asks a store. Streams that has stopped says so by another exception than streams that restores,
   * and a store can leave while it is read; neither can answer here, and whoever asks again reaches
   * the process that follows.
   *
   * @throws NotReady while the store is being restored, when another process has it, and when
   *     streams has stopped
   */
  public <K, V, T> T ask(String store, Function<ReadOnlyKeyValueStore<K, V>, T> question) {
    try {
      return question.apply(
          streams.store(
              StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.keyValueStore())));
    } catch (InvalidStateStoreException | IllegalStateException e) {
      throw new NotReady();
    }
  }

  /** This process cannot answer now. */
  public static final class NotReady extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotReady() {
      super("the stores are being restored, or another process has them", null, false, false);
    }
  }
}
