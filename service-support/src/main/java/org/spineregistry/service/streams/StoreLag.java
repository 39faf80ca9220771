package org.spineregistry.service.streams;

import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.apache.kafka.streams.errors.StreamsException;

/** How many changelog records the state stores of this process still have to read. */
final class StoreLag {
  /** The changelogs do not answer: at the first start they do not exist yet. */
  static final long UNKNOWN = -1;

  private StoreLag() {}

  static long recordsLeft(KafkaStreams streams) {
    if (!streams.state().isRunningOrRebalancing()) {
      return 0;
    }
    try {
      return streams.allLocalStorePartitionLags().values().stream()
          .flatMap(partitions -> partitions.values().stream())
          .mapToLong(LagInfo::offsetLag)
          .sum();
    } catch (StreamsException e) {
      // the health answer is needed most while something is wrong
      return UNKNOWN;
    }
  }
}
