package org.spineregistry.certification.worker;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.spineregistry.event.CertificationRequested;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.config.KafkaClients;

/** Makes the Kafka clients of the worker. */
public final class WorkerClients {
  private static final String GROUP = "certification-worker";

  private final KafkaClients clients;
  private final TopicNames names;
  private final SpineSerdes serdes;
  private final WorkerSettings settings;
  private final MeterRegistry metrics;

  public WorkerClients(
      KafkaClients clients,
      TopicNames names,
      SpineSerdes serdes,
      WorkerSettings settings,
      MeterRegistry metrics) {
    this.clients = clients;
    this.names = names;
    this.serdes = serdes;
    this.settings = settings;
    this.metrics = metrics;
  }

  TopicNames names() {
    return names;
  }

  KafkaConsumer<String, CertificationRequested> requests() {
    Properties properties = clients.consumer(GROUP);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    KafkaConsumer<String, CertificationRequested> consumer =
        new KafkaConsumer<>(
            properties,
            new StringDeserializer(),
            serdes.<CertificationRequested>event().deserializer());
    new KafkaClientMetrics(consumer).bindTo(metrics);
    return consumer;
  }

  /** Producer of results, in transactions. */
  <T extends SpecificRecord> KafkaProducer<String, T> results() {
    return producer(clients.transactionalProducer(GROUP + "-" + settings.instance()));
  }

  /** Producer of progress, outside transactions, so that it is seen while the cycle runs. */
  <T extends SpecificRecord> KafkaProducer<String, T> progress() {
    return producer(clients.producer());
  }

  /** Results that are committed, whoever made them. */
  PastResults past() {
    return new PastResults(clients, names, serdes);
  }

  private <T extends SpecificRecord> KafkaProducer<String, T> producer(Properties properties) {
    KafkaProducer<String, T> producer =
        new KafkaProducer<>(properties, new StringSerializer(), serdes.<T>event().serializer());
    new KafkaClientMetrics(producer).bindTo(metrics);
    return producer;
  }
}
