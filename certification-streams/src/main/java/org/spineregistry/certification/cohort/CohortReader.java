package org.spineregistry.certification.cohort;

import static org.spineregistry.schemas.topic.Topics.CASE_ACCEPTED;
import static org.spineregistry.schemas.topic.Topics.REGISTRY_MEMBER;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.spineregistry.event.RegistryMember;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.CampaignPartitions;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.config.KafkaClients;
import org.spineregistry.service.snapshot.TopicSnapshot;

/**
 * Reads a cohort from Kafka: the living members with an ordinal up to a limit, each at its latest
 * revision.
 */
@Singleton
public final class CohortReader {
  private final KafkaClients clients;
  private final TopicNames names;
  private final Deserializer<RegistryMember> members;
  private final Deserializer<GenericRecord> cases;

  public CohortReader(KafkaClients clients, TopicNames names, SpineSerdes serdes) {
    this.clients = clients;
    this.names = names;
    this.members = serdes.<RegistryMember>event().deserializer();
    this.cases = serdes.cases().deserializer();
  }

  /**
   * @param ordinalLimit highest ordinal of the cohort
   * @return may hold fewer cases than ordinals, since withdrawn ones are gone
   */
  public Cohort read(String campaignId, long ordinalLimit) {
    Map<String, ConsumerRecord<String, byte[]>> accepted = accepted(campaignId);
    List<CohortCase> cohort = new ArrayList<>();
    Schema schema = null;
    for (RegistryMember member : members(campaignId, ordinalLimit)) {
      ConsumerRecord<String, byte[]> record = accepted.get(member.getCaseId());
      if (record == null) {
        continue; // withdrawn, and the registry has not counted that yet
      }
      GenericRecord value = cases.deserialize(record.topic(), record.headers(), record.value());
      schema = value.getSchema();
      cohort.add(new CohortCase(member, value));
    }
    cohort.sort(Comparator.comparing(CohortCase::caseId));
    return new Cohort(campaignId, schema, cohort);
  }

  private Map<String, ConsumerRecord<String, byte[]>> accepted(String campaignId) {
    int partition = CampaignPartitions.of(campaignId, CASE_ACCEPTED.partitions());
    return TopicSnapshot.read(
        clients.consumer(), List.of(new TopicPartition(names.of(CASE_ACCEPTED), partition)));
  }

  private List<RegistryMember> members(String campaignId, long ordinalLimit) {
    String prefix = campaignId + "/";
    return TopicSnapshot.read(
            clients.consumer(), names.of(REGISTRY_MEMBER), REGISTRY_MEMBER.partitions())
        .values()
        .stream()
        .filter(record -> record.key().startsWith(prefix))
        .map(record -> members.deserialize(record.topic(), record.headers(), record.value()))
        .filter(member -> member.getOrdinal() <= ordinalLimit)
        .toList();
  }
}
