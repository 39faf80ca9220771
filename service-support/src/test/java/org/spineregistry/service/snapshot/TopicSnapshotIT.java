package org.spineregistry.service.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spineregistry.nodes.TestCluster;
import org.spineregistry.service.config.KafkaClients;
import org.spineregistry.service.config.KafkaSettings;
import org.spineregistry.service.config.TopicSettings;

class TopicSnapshotIT {
  private final TestCluster cluster = TestCluster.shared();
  private final KafkaClients clients =
      new KafkaClients(
          new KafkaSettings(cluster.bootstrapServers(), Map.of()),
          new TopicSettings(cluster.topicPrefix(TopicSnapshotIT.class)));
  private final String topic = clients.named("members");

  @BeforeEach
  void create() throws Exception {
    try (Admin admin = Admin.create(clients.common())) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
  }

  @Test
  void givesTheLastCommittedRecordOfEachKey() {
    try (var producer = producer("one")) {
      commit(producer, "a", "1");
      commit(producer, "b", "1");
      commit(producer, "a", "2");
      commit(producer, "b", null);
      producer.beginTransaction();
      send(producer, "a", "3");
      producer.abortTransaction();
    }

    assertThat(read()).containsExactlyEntriesOf(Map.of("a", "2"));
  }

  /** Its producer may have been killed; what others committed meanwhile lies behind it. */
  @Test
  void waitsForATransactionThatWasOpenWhenItBegan() throws Exception {
    try (var open = producer("open");
        var other = producer("other")) {
      open.beginTransaction();
      send(open, "a", "never");
      open.flush();
      commit(other, "b", "committed");

      CompletableFuture<Map<String, String>> reading = CompletableFuture.supplyAsync(this::read);
      await()
          .during(Duration.ofSeconds(1))
          .atMost(Duration.ofSeconds(10))
          .until(() -> !reading.isDone());
      open.abortTransaction();

      assertThat(reading.get(30, TimeUnit.SECONDS)).containsExactly(Map.entry("b", "committed"));
    }
  }

  private Map<String, String> read() {
    Map<String, ConsumerRecord<String, byte[]>> snapshot =
        TopicSnapshot.read(clients.consumer(), topic, 1);
    return snapshot.entrySet().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                Map.Entry::getKey, entry -> new String(entry.getValue().value(), UTF_8)));
  }

  private KafkaProducer<String, byte[]> producer(String id) {
    Properties properties = clients.transactionalProducer(id);
    var producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    producer.initTransactions();
    return producer;
  }

  private void commit(KafkaProducer<String, byte[]> producer, String key, String value) {
    producer.beginTransaction();
    send(producer, key, value);
    producer.commitTransaction();
  }

  private void send(KafkaProducer<String, byte[]> producer, String key, String value) {
    producer.send(new ProducerRecord<>(topic, key, value == null ? null : value.getBytes(UTF_8)));
  }
}
