package org.spineregistry.bench.registry;

import static org.spineregistry.schemas.topic.Topics.CASE_ACCEPTED;
import static org.spineregistry.schemas.topic.Topics.CERTIFICATION_POLICY;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.spineregistry.event.CertificationPolicy;
import org.spineregistry.schemas.contract.ContractSchemas;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.plan.SchemaPlan;
import org.spineregistry.schemas.plan.TopicPlan;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.CampaignPartitions;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.schemas.topic.Topics;

/** What both sides of the comparison read: accepted cases of one campaign, and its policy. */
public final class RegistryInput {
  static final String CAMPAIGN = "sacroiliac-fusion";
  private static final int CACHE = 1000;

  private final String bootstrap;
  private final String registryUrl;

  public RegistryInput(String bootstrap, String registryUrl) {
    this.bootstrap = bootstrap;
    this.registryUrl = registryUrl;
  }

  /**
   * Creates the topics, registers the schemas and writes the records.
   *
   * @param output one more topic
   * @return the partition of the cases
   */
  public TopicPartition write(int records, String output)
      throws ExecutionException, InterruptedException, IOException, RestClientException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        SchemaRegistryClient registry =
            SchemaRegistryClientFactory.newClient(
                List.of(registryUrl),
                CACHE,
                List.of(new AvroSchemaProvider()),
                Map.of(),
                Map.of())) {
      new TopicPlan(admin, TopicNames.plain(), Topics.ALL).apply((short) 1);
      admin.createTopics(List.of(new NewTopic(output, 6, (short) 1))).all().get();
      new SchemaPlan(registry, ContractSchemas.load(), TopicNames.plain(), Topics.ALL).apply();
    }
    SpineSerdes serdes = SpineSerdes.of(registryUrl);
    try (KafkaProducer<String, CertificationPolicy> producer =
        producer(serdes.<CertificationPolicy>event().serializer())) {
      producer.send(new ProducerRecord<>(CERTIFICATION_POLICY.name(), CAMPAIGN, policy())).get();
    }
    int partition = CampaignPartitions.of(CAMPAIGN, CASE_ACCEPTED.partitions());
    try (KafkaProducer<String, GenericRecord> producer = producer(serdes.cases().serializer())) {
      writeCases(producer, partition, records);
    }
    return new TopicPartition(CASE_ACCEPTED.name(), partition);
  }

  private static void writeCases(
      KafkaProducer<String, GenericRecord> producer, int partition, int records) {
    Schema schema =
        ContractSchemas.load().cases().values().stream()
            .filter(s -> CAMPAIGN.equals(s.getProp("campaignId")))
            .findFirst()
            .orElseThrow();
    RandomCases cases = new RandomCases(schema, CAMPAIGN, 1);
    for (int i = 0; i < records; i++) {
      GenericRecord record = cases.next();
      String caseId = ((GenericRecord) record.get("header")).get("caseId").toString();
      var accepted =
          new ProducerRecord<>(
              CASE_ACCEPTED.name(), partition, System.currentTimeMillis(), caseId, record);
      // the identity that the intake gives every accepted case
      EventHeaders.write(
          accepted.headers(), caseId, "bench", schema.getName(), Instant.EPOCH, caseId);
      producer.send(accepted);
    }
  }

  /** Asks for a certification about every tenth part more cases. */
  private static CertificationPolicy policy() {
    return CertificationPolicy.newBuilder()
        .setCampaignId(CAMPAIGN)
        .setVersion(1)
        .setThresholds(List.of(370L))
        .setGrowthFactor("1.1")
        .setProfile("published-2026")
        .setDatasetSizes(List.of(100, 1_000, 10_000))
        .setAuditRepeats(10)
        .build();
  }

  private <V> KafkaProducer<String, V> producer(Serializer<V> values) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", bootstrap, "linger.ms", 20, "compression.type", "lz4"),
        new StringSerializer(),
        values);
  }
}
