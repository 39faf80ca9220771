package org.spineregistry.anchor.policy;

import static org.spineregistry.schemas.topic.Topics.REWARD_POLICY;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.event.RewardPolicyPublished;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.id.SpineIds;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.config.ConfigurationProblem;
import org.spineregistry.service.config.KafkaClients;
import org.spineregistry.service.snapshot.TopicSnapshot;

/**
 * Publishes the versions of the policy that were not published yet, before anything is decided. A
 * version that was published stays what it is.
 */
public final class PolicyPublication {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final KafkaClients clients;
  private final TopicNames names;
  private final SpineSerdes serdes;

  public PolicyPublication(KafkaClients clients, TopicNames names, SpineSerdes serdes) {
    this.clients = clients;
    this.names = names;
    this.serdes = serdes;
  }

  /**
   * @throws ConfigurationProblem when a version was published with another content
   * @throws KafkaException when Kafka cannot be used
   */
  public void publish(List<PolicyDocument> documents) throws InterruptedException {
    Map<Integer, String> published = published();
    List<PolicyDocument> fresh =
        documents.stream()
            .filter(document -> !published.containsKey(document.policy().version()))
            .toList();
    documents.forEach(
        document ->
            ConfigurationProblem.unless(
                document
                    .text()
                    .equals(published.getOrDefault(document.policy().version(), document.text())),
                RewardSettings.POLICY_FILES,
                "version "
                    + document.policy().version()
                    + " was published with another content; a change is a new version"));
    if (!fresh.isEmpty()) {
      send(fresh);
    }
  }

  /** Documents by version; the first one of a version counts, as for the decisions. */
  private Map<Integer, String> published() {
    Map<Integer, String> published = new HashMap<>();
    String topic = names.of(REWARD_POLICY);
    try (Deserializer<RewardPolicyPublished> deserializer =
        serdes.<RewardPolicyPublished>event().deserializer()) {
      TopicSnapshot.replay(
          clients.consumer(),
          List.of(new TopicPartition(topic, 0)),
          PATIENCE,
          record -> {
            RewardPolicyPublished event = deserializer.deserialize(topic, record.value());
            published.putIfAbsent(event.getVersion(), event.getDocument());
          });
    }
    return published;
  }

  private void send(List<PolicyDocument> documents) throws InterruptedException {
    Properties properties = clients.producer();
    try (KafkaProducer<String, RewardPolicyPublished> producer =
        new KafkaProducer<>(
            properties,
            new StringSerializer(),
            serdes.<RewardPolicyPublished>event().serializer())) {
      for (PolicyDocument document : documents) {
        producer.send(event(document)).get();
      }
    } catch (ExecutionException e) {
      throw new KafkaException("the policy could not be published", e.getCause());
    }
  }

  private ProducerRecord<String, RewardPolicyPublished> event(PolicyDocument document) {
    RewardPolicy policy = document.policy();
    RewardPolicyPublished event = document.event();
    ProducerRecord<String, RewardPolicyPublished> record =
        new ProducerRecord<>(names.of(REWARD_POLICY), policy.policyId(), event);
    String type = event.getSchema().getName();
    EventHeaders.write(
        record.headers(),
        SpineIds.event(type, policy.policyId(), policy.version(), event.getSha256()).toString(),
        "anchor-publisher",
        type,
        Instant.now(),
        null);
    return record;
  }
}
