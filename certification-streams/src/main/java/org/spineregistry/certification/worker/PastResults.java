package org.spineregistry.certification.worker;

import static org.spineregistry.schemas.topic.Topics.CERTIFICATION_COMPLETED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.config.KafkaClients;
import org.spineregistry.service.snapshot.TopicSnapshot;

/**
 * The results of a cycle as the topic has them now. A view may lag behind a result that was
 * committed a moment ago; here everything that was written before the call is seen. Cycles grow
 * with the logarithm of the registry, so the topic is short.
 */
final class PastResults {
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
    List<CertificationCompleted> results = new ArrayList<>();
    TopicSnapshot.replay(
        clients.consumer(),
        partitions,
        LIMIT,
        record -> {
          if (cycleId.equals(record.key())) {
            results.add(decoder.deserialize(topic, record.value()));
          }
        });
    return new CycleHistory(results);
  }
}
