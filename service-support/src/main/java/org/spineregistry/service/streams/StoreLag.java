package org.spineregistry.service.streams;

import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;

/** How many changelog records the state stores of this process still have to read. */
final class StoreLag {
  private StoreLag() {}

  static long recordsLeft(KafkaStreams streams) {
    if (!streams.state().isRunningOrRebalancing()) {
      return 0;
    }
    return streams.allLocalStorePartitionLags().values().stream()
        .flatMap(partitions -> partitions.values().stream())
        .mapToLong(LagInfo::offsetLag)
        .sum();
  }
}
