package org.spineregistry.certification.worker;

import static org.spineregistry.schemas.topic.Topics.CERTIFICATION_COMPLETED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.config.KafkaClients;

/**
 * The results of a cycle as the topic has them now. A view may lag behind a result that was
 * committed a moment ago; here everything that was written before the call is seen. Cycles grow
 * with the logarithm of the registry, so the topic is short.
 */
final class PastResults {
  private static final Duration POLL = Duration.ofMillis(100);

  /** Longer than a transaction that nobody ends stays open. */
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final KafkaClients clients;
  private final String topic;
  private final Deserializer<CertificationCompleted> decoder;

  PastResults(KafkaClients clients, TopicNames names, SpineSerdes serdes) {
    this.clients = clients;
    this.topic = names.of(CERTIFICATION_COMPLETED);
    this.decoder = serdes.<CertificationCompleted>event().deserializer();
  }

  /**
   * Reads the committed results of a cycle.
   *
   * @throws TimeoutException when a transaction of another process stays open
   */
  CycleHistory of(String cycleId) {
    List<TopicPartition> partitions =
        IntStream.range(0, CERTIFICATION_COMPLETED.partitions())
            .mapToObj(partition -> new TopicPartition(topic, partition))
            .toList();
    Map<TopicPartition, Long> ends = ends(partitions);
    List<CertificationCompleted> results = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer = consumer(clients.consumer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long deadline = System.nanoTime() + LIMIT.toNanos();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        if (System.nanoTime() > deadline) {
          throw new TimeoutException("a transaction on " + topic + " stays open");
        }
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          if (cycleId.equals(record.key())) {
            results.add(decoder.deserialize(topic, record.value()));
          }
        }
      }
    }
    return new CycleHistory(results);
  }

  /**
   * Where the partitions end behind open transactions: the mark that ends our own last one may be
   * on its way still.
   */
  private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
    Properties properties = clients.consumer();
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
    try (KafkaConsumer<String, byte[]> consumer = consumer(properties)) {
      return consumer.endOffsets(partitions);
    }
  }

  private static KafkaConsumer<String, byte[]> consumer(Properties properties) {
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
