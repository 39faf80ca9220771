package org.spineregistry.nodes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What the tests ask of a broker, with topics of one partition. */
record BrokerClient(String bootstrapServers) {

  void createTopic(String topic) throws ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
  }

  Set<String> topics() throws ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      return admin.listTopics().names().get();
    }
  }

  String clusterId() throws ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      return admin.describeCluster().clusterId().get();
    }
  }

  /** A producer whose transactions time out after a second; initialised. */
  KafkaProducer<String, String> transactional(String id) {
    KafkaProducer<String, String> producer =
        producer(Map.of("transactional.id", id, "transaction.timeout.ms", 1000));
    producer.initTransactions();
    return producer;
  }

  KafkaProducer<String, String> producer(Map<String, Object> more) {
    Map<String, Object> settings = settings();
    settings.putAll(more);
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  static void send(KafkaProducer<String, String> producer, String topic, String... values)
      throws ExecutionException, InterruptedException {
    for (String value : values) {
      producer.send(new ProducerRecord<>(topic, value)).get();
    }
  }

  /** The first values that a reader of committed records sees, waiting up to 20 s for so many. */
  List<String> committed(String topic, int count) {
    Map<String, Object> settings = settings();
    settings.put("isolation.level", "read_committed");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      List<String> values = new ArrayList<>();
      long limit = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (values.size() < count && System.nanoTime() < limit) {
        for (ConsumerRecord<String, String> polled : consumer.poll(Duration.ofMillis(200))) {
          values.add(polled.value());
        }
      }
      return values;
    }
  }

  private Admin admin() {
    return Admin.create(settings());
  }

  private Map<String, Object> settings() {
    return new HashMap<>(
        Map.of("bootstrap.servers", bootstrapServers, "reconnect.backoff.max.ms", 200));
  }
}
