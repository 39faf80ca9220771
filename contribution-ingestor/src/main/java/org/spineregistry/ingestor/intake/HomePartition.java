package org.spineregistry.ingestor.intake;

import org.spineregistry.schemas.topic.CampaignPartitions;

/**
 * Where the records of a case belong. A producer with another partitioner would split a case's
 * history over two tasks, and neither would see a duplicate.
 */
@FunctionalInterface
public interface HomePartition {
  boolean isHome(String key, int partition);

  /** The partition that the default partitioner of the Java client gives to a key. */
  static HomePartition ofDefaultPartitioner(int partitions) {
    return (key, partition) -> CampaignPartitions.of(key, partitions) == partition;
  }
}
