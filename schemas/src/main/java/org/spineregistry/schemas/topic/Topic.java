package org.spineregistry.schemas.topic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One topic of the contract.
 *
 * @param name full name without prefix, {@code spine.<domain>.<event>.v<major>}
 * @param key what the key is; keys are UTF-8 text
 * @param values full names of the Avro records that the topic carries; a campaign's case record is
 *     written as {@link #CASE_RECORDS}
 * @param partitions number of partitions, fixed at the start because state is keyed
 * @param cleanup what happens to old records
 * @param retention for {@link Cleanup#DELETE}; null otherwise
 * @param writers modules that write the topic
 * @param about one sentence for people
 */
public record Topic(
    String name,
    String key,
    List<String> values,
    int partitions,
    Cleanup cleanup,
    Duration retention,
    List<String> writers,
    String about) {

  /** Stands for the case record of every campaign. */
  public static final String CASE_RECORDS = "org.spineregistry.campaign.*Case";

  /** A withdrawal must have left the disk within this time after its tombstone. */
  private static final Duration COMPACTION_LAG = Duration.ofDays(1);

  /** Longer than any consumer may be away and still see the tombstone. */
  private static final Duration TOMBSTONES = Duration.ofDays(14);

  /**
   * Whether the topic carries several record types, so that subjects are named by topic and record.
   */
  public boolean carriesSeveralTypes() {
    return values.size() > 1 || values.contains(CASE_RECORDS);
  }

  /** Settings of the topic on the broker, in alphabetical order. */
  public Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("cleanup.policy", cleanup.config());
    settings.put("compression.type", "producer");
    switch (cleanup) {
      case DELETE -> {
        settings.put("retention.ms", Long.toString(retention.toMillis()));
        // a segment is deleted whole: it must close well before the promised time
        settings.put("segment.ms", Long.toString(retention.dividedBy(7).toMillis()));
      }
      case COMPACT -> {
        settings.put("max.compaction.lag.ms", Long.toString(COMPACTION_LAG.toMillis()));
        settings.put("delete.retention.ms", Long.toString(TOMBSTONES.toMillis()));
      }
      case FOREVER -> {
        settings.put("retention.ms", "-1");
        settings.put("retention.bytes", "-1");
      }
    }
    return settings;
  }
}
