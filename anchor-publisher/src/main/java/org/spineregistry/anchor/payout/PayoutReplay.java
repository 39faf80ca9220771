package org.spineregistry.anchor.payout;

import static org.spineregistry.schemas.topic.Topics.REWARD_GRANTED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.config.KafkaClients;
import org.spineregistry.service.snapshot.TopicSnapshot;

/**
 * Writes decisions again for a reward system that lost them: the same key, value and time in the
 * same partition, marked by the header {@code spine-replay: true}. Nothing is decided.
 */
public final class PayoutReplay {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final KafkaClients clients;
  private final String topic;
  private final SpineSerdes serdes;

  public PayoutReplay(KafkaClients clients, TopicNames names, SpineSerdes serdes) {
    this.clients = clients;
    this.topic = names.of(REWARD_GRANTED);
    this.serdes = serdes;
  }

  /**
   * Reads the whole topic.
   *
   * @param wanted decisions to write again; those that are a replay themselves are not asked
   * @return how many were written, on all replicas
   * @throws KafkaException when not all of them could be; the same call may be made again
   */
  public int replay(Predicate<RewardGranted> wanted) throws InterruptedException {
    List<TopicPartition> partitions =
        IntStream.range(0, REWARD_GRANTED.partitions())
            .mapToObj(partition -> new TopicPartition(topic, partition))
            .toList();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(
                clients.producer(), new StringSerializer(), new ByteArraySerializer());
        Deserializer<RewardGranted> deserializer = serdes.<RewardGranted>event().deserializer()) {
      TopicSnapshot.replay(
          clients.consumer(),
          partitions,
          PATIENCE,
          record -> {
            if (isFirst(record) && wanted.test(deserializer.deserialize(topic, record.value()))) {
              sent.add(producer.send(again(record)));
            }
          });
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new KafkaException("not everything could be written again", e.getCause());
    }
    return sent.size();
  }

  private static boolean isFirst(ConsumerRecord<String, byte[]> record) {
    return EventHeaders.text(record.headers(), EventHeaders.REPLAY).isEmpty();
  }

  private static ProducerRecord<String, byte[]> again(ConsumerRecord<String, byte[]> record) {
    ProducerRecord<String, byte[]> again =
        new ProducerRecord<>(
            record.topic(),
            record.partition(),
            record.timestamp(),
            record.key(),
            record.value(),
            record.headers());
    EventHeaders.put(again.headers(), EventHeaders.REPLAY, "true");
    return again;
  }
}
