package org.spineregistry.service.config;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;

/**
 * Client properties that every service shares: only committed data is read, nothing is written
 * twice or lost.
 */
@Singleton
public final class KafkaClients {
  private final KafkaSettings kafka;
  private final TopicSettings topics;

  public KafkaClients(KafkaSettings kafka, TopicSettings topics) {
    this.kafka = kafka;
    this.topics = topics;
  }

  /**
   * Name in Kafka of a consumer group, application or transactional id: behind the installation's
   * prefix.
   */
  public String named(String name) {
    return topics.prefix() + name;
  }

  /** Address, security and whatever the operator added. */
  public Properties common() {
    Properties properties = new Properties();
    properties.putAll(kafka.properties());
    properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
    return properties;
  }

  /** Offsets are committed by the code that has done the work, never by a timer. */
  public Properties consumer() {
    Properties properties = common();
    properties.put(
        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
        IsolationLevel.READ_COMMITTED.toString().toLowerCase(Locale.ROOT));
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return properties;
  }

  /** Consumer of a group. */
  public Properties consumer(String group) {
    Properties properties = consumer();
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, named(group));
    return properties;
  }

  /** Idempotent producer whose records are on all replicas before they count. */
  public Properties producer() {
    Properties properties = common();
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    return properties;
  }

  /** Transactional producer; a new one with the same id fences the old one. */
  public Properties transactionalProducer(String transactionalId) {
    Properties properties = producer();
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, named(transactionalId));
    return properties;
  }
}
