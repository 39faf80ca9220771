package org.spineregistry.cli.cycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.cli.topics.Installation;
import org.spineregistry.event.CertificationRequested;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.Topics;

/** The topics of requests and results: all that they hold of a cycle, and a new request. */
final class CycleLog {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Installation installation;
  private final SpineSerdes serdes;

  CycleLog(Installation installation) {
    this.installation = installation;
    this.serdes = SpineSerdes.of(installation.registry());
  }

  CycleEvents events(String cycleId) {
    return new CycleEvents(
        read(Topics.CERTIFICATION_REQUESTED, cycleId),
        read(Topics.CERTIFICATION_COMPLETED, cycleId));
  }

  /** Publishes a retry and waits until Kafka has it. */
  void publish(Retry retry) throws InterruptedException {
    String topic = installation.names().of(Topics.CERTIFICATION_REQUESTED);
    CertificationRequested request = retry.request();
    ProducerRecord<String, CertificationRequested> event =
        new ProducerRecord<>(topic, request.getCycleId(), request);
    EventHeaders.write(
        event.headers(),
        retry.id(),
        "cli",
        request.getSchema().getName(),
        request.getRequestedAt(),
        retry.failureId());
    try (KafkaProducer<String, CertificationRequested> producer =
        new KafkaProducer<>(
            installation.producer(),
            new StringSerializer(),
            serdes.<CertificationRequested>event().serializer())) {
      producer.send(event).get();
    } catch (ExecutionException e) {
      throw unreachable(topic, e.getCause());
    } catch (KafkaException e) {
      throw unreachable(topic, e);
    }
  }

  /** Only what belongs to the cycle is decoded, so a foreign record disturbs nobody. */
  private <T extends SpecificRecord> List<CycleEvents.Event<T>> read(Topic topic, String cycleId) {
    String name = installation.names().of(topic);
    List<CycleEvents.Event<T>> events = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer = consumer();
        Deserializer<T> decoder = serdes.<T>event().deserializer()) {
      List<TopicPartition> partitions =
          IntStream.range(0, topic.partitions())
              .mapToObj(partition -> new TopicPartition(name, partition))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long deadline = System.nanoTime() + LIMIT.toNanos();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        if (System.nanoTime() > deadline) {
          throw new TimeoutException("not read to its end");
        }
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          if (cycleId.equals(record.key()) && record.value() != null) {
            events.add(
                new CycleEvents.Event<>(id(record), decoder.deserialize(name, record.value())));
          }
        }
      }
    } catch (KafkaException e) {
      throw unreachable(name, e);
    }
    return events;
  }

  private KafkaConsumer<String, byte[]> consumer() {
    Properties properties = installation.client();
    properties.put("isolation.level", "read_committed");
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private static String id(ConsumerRecord<String, byte[]> record) {
    return EventStamp.causeOf(
        record.headers(), record.topic(), record.partition(), record.offset());
  }

  private UserProblem unreachable(String topic, Throwable cause) {
    return UserProblem.input(
        "the topic %s at %s cannot be used (%s); is the installation up, were its topics applied?"
            .formatted(topic, installation.kafka(), cause.getClass().getSimpleName()));
  }
}
