package org.spineregistry.anchor.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.spineregistry.service.config.KafkaClients;

/** Makes the Kafka clients of the publisher. */
final class PublisherClients {
  private static final String GROUP = "anchor-publisher";

  /** A poll's records are checked against their files before the next poll. */
  private static final int RECORDS = 100;

  private final KafkaClients clients;
  private final MeterRegistry metrics;

  PublisherClients(KafkaClients clients, MeterRegistry metrics) {
    this.clients = clients;
    this.metrics = metrics;
  }

  Consumer<String, byte[]> completedCycles() {
    Properties properties = clients.consumer(GROUP);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS);
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    new KafkaClientMetrics(consumer).bindTo(metrics);
    return consumer;
  }

  /** One id in an installation: a newer process fences the older. */
  Producer<byte[], byte[]> log() {
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            clients.transactionalProducer(KafkaIntentLog.TRANSACTIONAL_ID),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    new KafkaClientMetrics(producer).bindTo(metrics);
    return producer;
  }
}
