package org.spineregistry.example.rewards;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Committed records of some topics, from where the book says. Offsets are also committed to the
 * broker, for whoever watches the lag; the book alone decides where reading goes on.
 */
final class Inbox implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final KafkaConsumer<String, SpecificRecord> consumer;
  private final Map<TopicPartition, Long> endsAtStart;

  private Inbox(KafkaConsumer<String, SpecificRecord> consumer, List<TopicPartition> partitions) {
    this.consumer = consumer;
    this.endsAtStart = consumer.endOffsets(partitions);
  }

  /**
   * All partitions are read here, without a group: one book has one reader.
   *
   * @param consumer without an {@code auto.offset.reset}: offsets that are gone stop the program
   */
  static Inbox open(KafkaConsumer<String, SpecificRecord> consumer, Book book, List<String> topics)
      throws SQLException {
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : topics) {
      List<PartitionInfo> known = consumer.partitionsFor(topic);
      if (known.isEmpty()) {
        throw new UnknownTopicOrPartitionException("there is no topic " + topic);
      }
      known.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
    }
    consumer.assign(partitions);
    for (TopicPartition partition : partitions) {
      Optional<Long> next =
          book.one(
              row -> row.getLong(1),
              "SELECT next_offset FROM progress WHERE topic = ? AND partition = ?",
              partition.topic(),
              partition.partition());
      if (next.isPresent()) {
        consumer.seek(partition, next.get());
      } else {
        consumer.seekToBeginning(List.of(partition));
      }
    }
    return new Inbox(consumer, partitions);
  }

  ConsumerRecords<String, SpecificRecord> poll() {
    return consumer.poll(PATIENCE);
  }

  /** Shows the broker how far the book is. */
  void acknowledge() {
    consumer.commitAsync();
  }

  /** Whether everything was polled that was committed when this opened. */
  boolean isCaughtUp() {
    return endsAtStart.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
