package org.spineregistry.ingestor.rest;

import static org.spineregistry.schemas.topic.Topics.CASE_RECEIPT;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.spineregistry.event.CaseReceipt;
import org.spineregistry.ingestor.IntakeMetrics;
import org.spineregistry.ingestor.check.IntakeChecks;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.config.KafkaClients;
import org.spineregistry.service.streams.StreamsService;

/** Kafka clients of the REST side. */
@Factory
final class RestFactory {
  private static final Duration BACKOFF = Duration.ofMillis(500);

  @Singleton
  @Bean(preDestroy = "close")
  EventWriter writer(
      KafkaClients clients,
      IntakeSettings limits,
      TopicNames names,
      SpineSerdes serdes,
      MeterRegistry registry) {
    long patience = limits.answerTimeout().toMillis();
    Properties properties = clients.producer();
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    // nobody waits for a record longer than for its answer
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience / 2);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) (patience / 2));
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) patience);
    KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    new KafkaClientMetrics(producer).bindTo(registry);
    return new EventWriter(producer, names, serdes);
  }

  @Context
  @Bean(preDestroy = "close")
  Receipts receipts(
      StreamsService streams, // the contract has been checked when this bean exists
      KafkaClients clients,
      TopicNames names,
      SpineSerdes serdes) {
    List<TopicPartition> partitions =
        IntStream.range(0, CASE_RECEIPT.partitions())
            .mapToObj(partition -> new TopicPartition(names.of(CASE_RECEIPT), partition))
            .toList();
    Receipts receipts =
        new Receipts(
            () ->
                new KafkaConsumer<>(
                    clients.consumer(), new StringDeserializer(), new ByteArrayDeserializer()),
            serdes.<CaseReceipt>event().deserializer(),
            partitions,
            BACKOFF);
    receipts.start();
    return receipts;
  }

  @Singleton
  CaseDesk desk(
      IntakeChecks checks,
      EventWriter writer,
      Receipts receipts,
      IntakeMetrics metrics,
      EventStamp stamp,
      IntakeSettings limits,
      Clock clock) {
    return new CaseDesk(
        checks, writer, receipts, metrics, stamp.source(), limits.answerTimeout(), clock);
  }

  @Singleton
  BulkDesk bulk(
      CaseDesk desk,
      IntakeSettings limits,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    return new BulkDesk(desk, limits, executor);
  }
}
