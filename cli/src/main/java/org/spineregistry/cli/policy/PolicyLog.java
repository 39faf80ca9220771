package org.spineregistry.cli.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.cli.topics.Installation;
import org.spineregistry.event.CertificationPolicy;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.id.SpineIds;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.CampaignPartitions;
import org.spineregistry.schemas.topic.Topics;

/** The topic of certification policies: what is in force, and a new version. */
public final class PolicyLog {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Installation installation;
  private final String topic;
  private final Serde<CertificationPolicy> serde;

  public PolicyLog(Installation installation) {
    this.installation = installation;
    this.topic = installation.names().of(Topics.CERTIFICATION_POLICY);
    this.serde = SpineSerdes.of(installation.registry()).event();
  }

  /** The latest policy of a campaign. */
  public Optional<CertificationPolicy> latest(String campaignId) {
    Properties properties = installation.client();
    properties.put("isolation.level", "read_committed");
    int partition = CampaignPartitions.of(campaignId, Topics.CERTIFICATION_POLICY.partitions());
    List<TopicPartition> assigned = List.of(new TopicPartition(topic, partition));
    try (KafkaConsumer<String, CertificationPolicy> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), serde.deserializer())) {
      consumer.assign(assigned);
      consumer.seekToBeginning(assigned);
      long end = consumer.endOffsets(assigned).get(assigned.get(0));
      CertificationPolicy latest = null;
      while (consumer.position(assigned.get(0)) < end) {
        for (ConsumerRecord<String, CertificationPolicy> record : consumer.poll(POLL)) {
          latest = record.key().equals(campaignId) ? record.value() : latest;
        }
      }
      return Optional.ofNullable(latest);
    } catch (KafkaException e) {
      throw unreachable(e);
    }
  }

  /** Publishes a policy and waits until Kafka has it. */
  public void publish(CertificationPolicy policy) throws InterruptedException {
    try (KafkaProducer<String, CertificationPolicy> producer =
        new KafkaProducer<>(installation.producer(), new StringSerializer(), serde.serializer())) {
      producer.send(event(policy)).get();
    } catch (ExecutionException e) {
      throw unreachable(e.getCause());
    } catch (KafkaException e) {
      throw unreachable(e);
    }
  }

  private ProducerRecord<String, CertificationPolicy> event(CertificationPolicy policy) {
    String type = policy.getSchema().getName();
    String id = SpineIds.event(type, policy.getCampaignId(), policy.getVersion()).toString();
    ProducerRecord<String, CertificationPolicy> event =
        new ProducerRecord<>(topic, policy.getCampaignId(), policy);
    EventHeaders.write(event.headers(), id, "cli", type, Instant.now(), null);
    return event;
  }

  private UserProblem unreachable(Throwable cause) {
    return UserProblem.input(
        "the topic %s at %s cannot be used (%s); is the installation up, were its topics applied?"
            .formatted(topic, installation.kafka(), cause.getClass().getSimpleName()));
  }
}
