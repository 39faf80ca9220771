package org.spineregistry.service.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.nodes.TestCluster;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.service.config.KafkaClients;
import org.spineregistry.service.config.KafkaSettings;
import org.spineregistry.service.config.TopicSettings;
import org.spineregistry.service.failure.DeadLetters;
import org.spineregistry.service.health.Condition;

/** The Kafka metrics that alerts and dashboards use, by the names that Prometheus will see. */
class StreamsMetricsIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final TestCluster cluster = TestCluster.shared();
  private final TopicSettings topics =
      new TopicSettings(cluster.topicPrefix(StreamsMetricsIT.class));
  private final KafkaClients clients =
      new KafkaClients(new KafkaSettings(cluster.bootstrapServers(), Map.of()), topics);
  private final String topic = clients.named("numbers");

  @TempDir Path state;
  private StreamsService service;

  @BeforeEach
  void start() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(clients.common())) {
      NewTopic numbers = new NewTopic(topic, 1, (short) 1);
      NewTopic copies = new NewTopic(clients.named("copies"), 1, (short) 1);
      admin.createTopics(List.of(numbers, copies)).all().get();
    }
    StreamsSettings settings =
        new StreamsSettings(state.toString(), 1, 1, 3, Duration.ofMillis(100));
    DeadLetters letters =
        new DeadLetters("test", topics.names(), SpineSerdes.registering("mock://StreamsMetricsIT"));
    Properties properties = StreamsProperties.of("metrics", clients, settings, letters);
    StreamsBuilder builder = new StreamsBuilder();
    builder
        .table(
            topic,
            Consumed.with(Serdes.String(), Serdes.String()).withName("source"),
            Materialized.as("numbers"))
        .toStream(Named.as("changes"))
        .to(
            clients.named("copies"),
            Produced.with(Serdes.String(), Serdes.String()).withName("sink"));
    service =
        new StreamsService(
            "metrics", builder.build(), properties, settings, new SimpleMeterRegistry());
    service.start();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void everyKafkaMetricThatIsDeclaredIsExported() throws ExecutionException, InterruptedException {
    await().atMost(LIMIT).until(() -> service.condition() == Condition.WORKING);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(clients.producer(), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, "one", "1")).get();
    }

    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(exported()).containsAll(declared()).isNotEmpty());
    assertThat(declared()).hasSizeGreaterThan(5);
  }

  /** A binder that starts now sees what there is now; the service's own looks once a minute. */
  private Set<String> exported() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try (KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(service.streams())) {
      metrics.bindTo(registry);
      return registry
          .scrape()
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("[{ ]")[0])
          .collect(Collectors.toSet());
    }
  }

  private static List<String> declared() {
    try {
      return Files.readAllLines(Path.of("..", "ops", "metrics.txt")).stream()
          .filter(line -> !line.startsWith("#") && line.contains(" kafka_"))
          .map(line -> line.split("\\s+")[1])
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
