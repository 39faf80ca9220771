package org.spineregistry.example.rewards;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.spineregistry.event.CertificationStatus;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.event.RewardSettled;
import org.spineregistry.nodes.TestCluster;
import org.spineregistry.schemas.contract.ContractSchemas;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.plan.SchemaPlan;
import org.spineregistry.schemas.plan.TopicPlan;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.schemas.topic.Topics;

/** A registry that the test plays: topics of its own, decisions written in transactions. */
final class Registry implements AutoCloseable {
  private static final List<Topic> TOPICS =
      List.of(Topics.REWARD_GRANTED, Topics.CERTIFICATION_STATUS, Topics.REWARD_SETTLED);

  private final TestCluster cluster = TestCluster.shared();
  final String prefix = cluster.topicPrefix(RewardConsumerIT.class);
  private final TopicNames names = new TopicNames(prefix);
  private final SpineSerdes serdes = SpineSerdes.of(cluster.registryUrl());
  private final KafkaProducer<String, SpecificRecord> producer;

  Registry() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()));
        CachedSchemaRegistryClient schemas =
            new CachedSchemaRegistryClient(cluster.registryUrl(), 100, Map.of())) {
      new TopicPlan(admin, names, TOPICS).apply((short) 1);
      new SchemaPlan(schemas, ContractSchemas.load(), names, TOPICS).apply();
    }
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", cluster.bootstrapServers(), "transactional.id", prefix + "tx"),
            new StringSerializer(),
            serdes.<SpecificRecord>event().serializer());
    producer.initTransactions();
  }

  /** Where a consumer finds this registry. */
  List<String> addresses() {
    return List.of(
        "--kafka", cluster.bootstrapServers(),
        "--registry", cluster.registryUrl(),
        "--prefix", prefix);
  }

  void decide(RewardGranted... decisions) {
    write(false, decisions);
    producer.commitTransaction();
  }

  /** The same as an answer to somebody who asked for decisions again. */
  void repeat(RewardGranted... decisions) {
    write(true, decisions);
    producer.commitTransaction();
  }

  /** Decisions of a transaction that was undone after they were on the topic. */
  void decideAndUndo(RewardGranted... decisions) {
    write(false, decisions);
    producer.flush();
    producer.abortTransaction();
  }

  void close(CertificationStatus cycle) {
    producer.beginTransaction();
    producer.send(
        new ProducerRecord<>(names.of(Topics.CERTIFICATION_STATUS), cycle.getCycleId(), cycle));
    producer.commitTransaction();
  }

  /** A record that is no event. */
  void writeNonsense() {
    try (KafkaProducer<String, String> plain =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", cluster.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      plain.send(new ProducerRecord<>(names.of(Topics.REWARD_GRANTED), "key", "nonsense"));
    }
  }

  private void write(boolean replay, RewardGranted... decisions) {
    producer.beginTransaction();
    for (RewardGranted decision : decisions) {
      ProducerRecord<String, SpecificRecord> record =
          new ProducerRecord<>(
              names.of(Topics.REWARD_GRANTED), decision.getBeneficiaryId(), decision);
      if (replay) {
        EventHeaders.put(record.headers(), EventHeaders.REPLAY, "true");
      }
      producer.send(record);
    }
  }

  /** Every report of the payer so far. */
  List<RewardSettled> reports() {
    String topic = names.of(Topics.REWARD_SETTLED);
    try (KafkaConsumer<String, RewardSettled> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", cluster.bootstrapServers()),
            new StringDeserializer(),
            serdes.<RewardSettled>event().deserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<RewardSettled> reports = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> reports.add(record.value()));
      }
      return reports;
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
