package org.spineregistry.anchor.payout;

import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.spineregistry.event.CycleRewarded;

/** Interactive queries on what was granted. */
public final class RewardViews {
  private final KafkaStreams streams;

  public RewardViews(KafkaStreams streams) {
    this.streams = streams;
  }

  /**
   * The manifest of a cycle; empty when the cycle is unknown or not rewarded yet.
   *
   * @throws NotReady while the view is being restored
   */
  public Optional<CycleRewarded> cycle(String cycleId) {
    try {
      ReadOnlyKeyValueStore<String, CycleRewarded> cycles =
          streams.store(
              StoreQueryParameters.fromNameAndType(
                  RewardViewTopology.CYCLES, QueryableStoreTypes.keyValueStore()));
      return Optional.ofNullable(cycles.get(cycleId));
    } catch (InvalidStateStoreException | IllegalStateException e) {
      throw new NotReady();
    }
  }

  /** The view cannot answer now and will soon. */
  public static final class NotReady extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotReady() {
      super("the view is being restored", null, false, false);
    }
  }
}
