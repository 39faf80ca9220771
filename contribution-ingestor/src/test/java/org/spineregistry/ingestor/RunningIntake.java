package org.spineregistry.ingestor;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.spineregistry.nodes.TestCluster;
import org.spineregistry.schemas.contract.ContractSchemas;
import org.spineregistry.schemas.plan.SchemaPlan;
import org.spineregistry.schemas.plan.TopicPlan;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.schemas.topic.Topics;

/**
 * The service in this process against a real broker and registry, under a topic prefix of its own,
 * and ways to talk to it.
 */
final class RunningIntake implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TestCluster cluster = TestCluster.shared();
  final TopicNames names;
  final Properties kafka = new Properties();
  private final Path stateDir;
  private final Map<String, Object> settings = new HashMap<>();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private EmbeddedServer server;

  RunningIntake(Class<?> test, Path stateDir) {
    this(test, stateDir, TestCluster.shared().bootstrapServers());
  }

  /** For a test that harms its broker. */
  RunningIntake(Class<?> test, Path stateDir, String bootstrapServers) {
    this.names = new TopicNames(cluster.topicPrefix(test));
    this.stateDir = stateDir;
    kafka.put("bootstrap.servers", bootstrapServers);
    kafka.put("isolation.level", "read_committed");
  }

  String registryUrl() {
    return cluster.registryUrl();
  }

  /** Creates topics and registers schemas, as an operator does. */
  RunningIntake install() throws Exception {
    try (Admin admin = Admin.create(kafka);
        CachedSchemaRegistryClient registry =
            new CachedSchemaRegistryClient(cluster.registryUrl(), 100, Map.of())) {
      new TopicPlan(admin, names, Topics.ALL).apply((short) 1);
      new SchemaPlan(registry, ContractSchemas.load(), names, Topics.ALL).apply();
    }
    return this;
  }

  RunningIntake with(String key, Object value) {
    settings.put(key, value);
    return this;
  }

  RunningIntake start() {
    Map<String, Object> all = new HashMap<>();
    all.put("micronaut.server.port", -1);
    all.put("spine.kafka.bootstrap-servers", kafka.getProperty("bootstrap.servers"));
    all.put("spine.registry.url", cluster.registryUrl());
    all.put("spine.topics.prefix", names.prefix());
    all.put("spine.streams.state-dir", stateDir.toString());
    all.putAll(settings);
    server = ApplicationContext.run(EmbeddedServer.class, all);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> get("/health/readiness").statusCode() == 200);
    return this;
  }

  void stop() {
    server.close();
  }

  URI uri(String path) {
    return URI.create(server.getURL() + path);
  }

  HttpResponse<String> post(String path, String contentType, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  HttpResponse<String> postWithoutContentType(String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body)).build();
    return http.send(request, BodyHandlers.ofString());
  }

  HttpResponse<String> submit(JsonNode tree) throws IOException, InterruptedException {
    return post("/v1/cases", "application/json", tree.toString());
  }

  /** Answers of a bulk request, by line. */
  List<JsonNode> bulk(String lines) throws IOException, InterruptedException {
    List<JsonNode> answers = new ArrayList<>();
    for (String line : post("/v1/cases", "application/x-ndjson", lines).body().split("\n")) {
      answers.add(JSON.readTree(line));
    }
    return answers;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  static JsonNode json(HttpResponse<String> response) throws IOException {
    return JSON.readTree(response.body());
  }

  /** Sends bytes to a topic, where the default partitioner puts them. */
  void send(List<ProducerRecord<byte[], byte[]>> records) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer())) {
      records.forEach(producer::send);
    }
  }

  /** Every committed record of a topic so far. */
  List<ConsumerRecord<byte[], byte[]>> read(Topic topic) {
    List<TopicPartition> partitions =
        IntStream.range(0, topic.partitions())
            .mapToObj(partition -> new TopicPartition(names.of(topic), partition))
            .toList();
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
