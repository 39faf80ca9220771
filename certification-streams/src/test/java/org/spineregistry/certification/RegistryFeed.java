package org.spineregistry.certification;

import static org.spineregistry.schemas.topic.Topics.CASE_ACCEPTED;
import static org.spineregistry.schemas.topic.Topics.CERTIFICATION_POLICY;
import static org.spineregistry.schemas.topic.Topics.CERTIFICATION_REQUESTED;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.spineregistry.event.CertificationPolicy;
import org.spineregistry.schemas.contract.ContractSchemas;
import org.spineregistry.schemas.plan.SchemaPlan;
import org.spineregistry.schemas.plan.TopicPlan;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.CampaignPartitions;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.schemas.topic.Topics;
import org.spineregistry.service.snapshot.TopicSnapshot;

/** Plays the intake and the operator: writes accepted cases and policies as they do. */
final class RegistryFeed {
  private final Properties properties = new Properties();
  private final TopicNames names;
  private final SpineSerdes serdes;

  RegistryFeed(String bootstrap, TopicNames names, SpineSerdes serdes) {
    properties.put("bootstrap.servers", bootstrap);
    properties.put("isolation.level", "read_committed");
    this.names = names;
    this.serdes = serdes;
  }

  /** Creates topics and registers schemas, as {@code spine topics apply} does. */
  void install(String registryUrl) throws Exception {
    try (Admin admin = Admin.create(properties);
        CachedSchemaRegistryClient registry =
            new CachedSchemaRegistryClient(registryUrl, 100, Map.of())) {
      new TopicPlan(admin, names, Topics.ALL).apply((short) 1);
      new SchemaPlan(registry, ContractSchemas.load(), names, Topics.ALL).apply();
    }
  }

  void policy(CertificationPolicy policy) {
    write(
        serdes.<CertificationPolicy>event().serializer(),
        List.of(
            new ProducerRecord<>(names.of(CERTIFICATION_POLICY), policy.getCampaignId(), policy)));
  }

  void accept(List<GenericRecord> cases) {
    write(serdes.cases().serializer(), cases.stream().map(this::accepted).toList());
  }

  /** Requests so far. */
  int requests() {
    return TopicSnapshot.read(
            properties, names.of(CERTIFICATION_REQUESTED), CERTIFICATION_REQUESTED.partitions())
        .size();
  }

  private ProducerRecord<String, GenericRecord> accepted(GenericRecord record) {
    GenericRecord header = (GenericRecord) record.get("header");
    String campaignId = header.get("campaignId").toString();
    return new ProducerRecord<>(
        names.of(CASE_ACCEPTED),
        CampaignPartitions.of(campaignId, CASE_ACCEPTED.partitions()),
        header.get("caseId").toString(),
        record);
  }

  private <V> void write(Serializer<V> serializer, List<ProducerRecord<String, V>> records) {
    try (KafkaProducer<String, V> producer =
        new KafkaProducer<>(properties, new StringSerializer(), serializer)) {
      records.forEach(producer::send);
    }
  }
}
