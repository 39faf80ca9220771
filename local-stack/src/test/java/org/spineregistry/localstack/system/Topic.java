package org.spineregistry.localstack.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.spineregistry.schemas.serde.SpineSerdes;

/** Reads topics from their start to their end, as any consumer of committed records would. */
record Topic(String kafka, String registryUrl) {
  private static final Duration POLL = Duration.ofMillis(200);

  /** The events of a topic in the order of each partition; tombstones are left out. */
  <T extends SpecificRecord> List<T> events(org.spineregistry.schemas.topic.Topic topic) {
    Deserializer<T> values = SpineSerdes.of(registryUrl).<T>event().deserializer();
    return records(topic.name(), "read_committed").stream()
        .filter(record -> record.value() != null)
        .map(record -> values.deserialize(record.topic(), record.headers(), record.value()))
        .toList();
  }

  /** The case records of a topic; tombstones are left out. */
  List<GenericRecord> cases(org.spineregistry.schemas.topic.Topic topic) {
    Deserializer<GenericRecord> values = SpineSerdes.of(registryUrl).cases().deserializer();
    return records(topic.name(), "read_committed").stream()
        .filter(record -> record.value() != null)
        .map(record -> values.deserialize(record.topic(), record.headers(), record.value()))
        .toList();
  }

  /**
   * Everything that any reader could see, aborted records included, as text: keys, values, headers.
   */
  String everything() {
    StringBuilder text = new StringBuilder();
    for (String topic : names()) {
      for (ConsumerRecord<byte[], byte[]> record : records(topic, "read_uncommitted")) {
        append(text, record.key());
        append(text, record.value());
        record.headers().forEach(header -> append(text.append(header.key()), header.value()));
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, byte[] bytes) {
    if (bytes != null) {
      text.append(new String(bytes, StandardCharsets.ISO_8859_1)).append('\n');
    }
  }

  /** All topics, those of the streams applications included. */
  Set<String> names() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      return admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> records(String topic, String isolation) {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", kafka);
    properties.put("isolation.level", isolation);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(POLL).forEach(records::add);
      }
      return records;
    }
  }
}
