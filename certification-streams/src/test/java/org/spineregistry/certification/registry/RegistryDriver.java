package org.spineregistry.certification.registry;

import static org.spineregistry.schemas.topic.Topics.CASE_ACCEPTED;
import static org.spineregistry.schemas.topic.Topics.CERTIFICATION_COMPLETED;
import static org.spineregistry.schemas.topic.Topics.CERTIFICATION_POLICY;
import static org.spineregistry.schemas.topic.Topics.CERTIFICATION_REQUESTED;
import static org.spineregistry.schemas.topic.Topics.REGISTRY_MEMBER;
import static org.spineregistry.schemas.topic.Topics.REGISTRY_SIZE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.event.CertificationPolicy;
import org.spineregistry.event.CertificationRequested;
import org.spineregistry.event.RegistryMember;
import org.spineregistry.event.RegistrySize;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.TopicNames;

/** The registry topology in the test driver, with typed topics. */
final class RegistryDriver implements AutoCloseable {
  private static final SpineSerdes SERDES = SpineSerdes.registering("mock://RegistryTopologyTest");
  private final TopologyTestDriver driver;
  final TestInputTopic<String, GenericRecord> accepted;
  final TestInputTopic<String, CertificationPolicy> policies;
  final TestInputTopic<String, CertificationCompleted> completed;
  final TestOutputTopic<String, RegistryMember> members;
  final TestOutputTopic<String, RegistrySize> sizes;
  final TestOutputTopic<String, CertificationRequested> requests;

  RegistryDriver() {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "registry-" + UUID.randomUUID());
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    driver = new TopologyTestDriver(topology(), properties);
    accepted =
        driver.createInputTopic(
            CASE_ACCEPTED.name(),
            new StringSerializer(),
            SERDES.cases().serializer(),
            Instant.EPOCH,
            Duration.ZERO);
    policies = input(CERTIFICATION_POLICY);
    completed = input(CERTIFICATION_COMPLETED);
    members = output(REGISTRY_MEMBER);
    sizes = output(REGISTRY_SIZE);
    requests = output(CERTIFICATION_REQUESTED);
  }

  static Topology topology() {
    StreamsBuilder builder = new StreamsBuilder();
    new RegistryTopology(TopicNames.plain(), SERDES, new EventStamp("test")).addTo(builder);
    return builder.build();
  }

  private <T extends SpecificRecord> TestInputTopic<String, T> input(Topic topic) {
    return driver.createInputTopic(
        topic.name(),
        new StringSerializer(),
        SERDES.<T>event().serializer(),
        Instant.EPOCH,
        Duration.ZERO);
  }

  private <T extends SpecificRecord> TestOutputTopic<String, T> output(Topic topic) {
    return driver.createOutputTopic(
        topic.name(), new StringDeserializer(), SERDES.<T>event().deserializer());
  }

  void accept(String campaignId, int n, int revision) {
    accepted.pipeInput(TestCases.caseId(n), TestCases.of(campaignId, n, revision));
  }

  void accept(String campaignId, int from, int to, int revision) {
    for (int n = from; n <= to; n++) {
      accept(campaignId, n, revision);
    }
  }

  void withdraw(int n) {
    accepted.pipeInput(TestCases.caseId(n), (GenericRecord) null);
  }

  void policy(String campaignId, int version, String growth, Long... thresholds) {
    policy(aPolicy(campaignId, version).setGrowthFactor(growth).setThresholds(List.of(thresholds)));
  }

  void policy(CertificationPolicy.Builder policy) {
    policies.pipeInput(policy.getCampaignId(), policy.build());
  }

  /** A policy that asks at three cases. */
  static CertificationPolicy.Builder aPolicy(String campaignId, int version) {
    return CertificationPolicy.newBuilder()
        .setCampaignId(campaignId)
        .setVersion(version)
        .setThresholds(List.of(3L))
        .setGrowthFactor(null)
        .setProfile("published-2026")
        .setDatasetSizes(List.of(100, 1000, 10000))
        .setAuditRepeats(2);
  }

  /** Policies that were ignored for the reason of that code. */
  double ignored(String code) {
    return driver.metrics().entrySet().stream()
        .filter(e -> e.getKey().name().equals("ignored-total"))
        .filter(e -> code.equals(e.getKey().tags().get("code")))
        .mapToDouble(e -> (double) e.getValue().metricValue())
        .sum();
  }

  /** The last size that was emitted for a campaign. */
  RegistrySize size(String campaignId) {
    driver.advanceWallClockTime(Duration.ofMillis(100));
    return sizes.readKeyValuesToMap().get(campaignId);
  }

  @Override
  public void close() {
    driver.close();
  }
}
