package org.spineregistry.service.snapshot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The latest committed record of each key of a compacted topic, as of now. Values stay bytes until
 * they are asked for, so that what is not needed is never decoded.
 */
public final class TopicSnapshot {
  private static final Duration POLL = Duration.ofMillis(200);

  /**
   * The broker ends transactions of topologies after 10 s, of payouts, workers and publishers after
   * 60.
   */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private TopicSnapshot() {}

  /**
   * Reads partitions from their start to where they end when the call begins. Waits for
   * transactions that are open then: what was committed may lie behind one of another producer, and
   * the end that a consumer of committed records is told lies before it.
   *
   * @param properties consumer properties with {@code read_committed}
   * @return by key, in the order of the last writes; a tombstone removes its key
   * @throws TimeoutException when a transaction stays open for longer than any may
   */
  public static Map<String, ConsumerRecord<String, byte[]>> read(
      Properties properties, Collection<TopicPartition> partitions) {
    Map<String, ConsumerRecord<String, byte[]>> latest = new LinkedHashMap<>();
    replay(
        properties,
        partitions,
        PATIENCE,
        record -> {
          latest.remove(record.key());
          if (record.value() != null) {
            latest.put(record.key(), record);
          }
        });
    return latest;
  }

  /**
   * Gives every committed record of the partitions, from their start to where they end when the
   * call begins, in the order of each partition.
   *
   * @param properties as for {@link #read}
   * @param patience how long it may take
   * @throws TimeoutException when that is over, as when a transaction stays open
   */
  public static void replay(
      Properties properties,
      Collection<TopicPartition> partitions,
      Duration patience,
      Consumer<ConsumerRecord<String, byte[]>> each) {
    Map<TopicPartition, Long> ends = ends(properties, partitions);
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long deadline = System.nanoTime() + patience.toNanos();
      while (!reached(consumer, ends)) {
        if (System.nanoTime() > deadline) {
          throw new TimeoutException("a transaction on " + partitions + " stays open");
        }
        consumer.poll(POLL).forEach(each);
      }
    }
  }

  /** All partitions of a topic. */
  public static Map<String, ConsumerRecord<String, byte[]>> read(
      Properties properties, String topic, int partitions) {
    List<TopicPartition> all = new ArrayList<>();
    for (int p = 0; p < partitions; p++) {
      all.add(new TopicPartition(topic, p));
    }
    return read(properties, all);
  }

  /** Ends that count records of open transactions too. */
  private static Map<TopicPartition, Long> ends(
      Properties properties, Collection<TopicPartition> partitions) {
    Properties all = new Properties();
    all.putAll(properties);
    all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      return consumer.endOffsets(partitions);
    }
  }

  private static boolean reached(
      KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
  }
}
