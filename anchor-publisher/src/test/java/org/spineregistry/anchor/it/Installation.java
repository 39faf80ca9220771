package org.spineregistry.anchor.it;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.spineregistry.anchor.fake.Certified;
import org.spineregistry.anchor.reward.Contribution;
import org.spineregistry.event.AnchorBatch;
import org.spineregistry.event.ArtifactReference;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.event.CycleVerdict;
import org.spineregistry.event.ReviewAccepted;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.event.RewardSettled;
import org.spineregistry.event.SettlementStatus;
import org.spineregistry.nodes.TestCluster;
import org.spineregistry.schemas.contract.ContractSchemas;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.id.SpineIds;
import org.spineregistry.schemas.plan.SchemaPlan;
import org.spineregistry.schemas.plan.TopicPlan;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.schemas.topic.Topics;
import org.spineregistry.service.artifact.ArtifactSettings;
import org.spineregistry.service.artifact.ArtifactStore;
import org.spineregistry.service.config.KafkaClients;
import org.spineregistry.service.config.KafkaSettings;
import org.spineregistry.service.config.TopicSettings;

/** Topics of its own on the shared broker, and a certification service that the test plays. */
public final class Installation {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration POLL = Duration.ofMillis(100);

  private final TestCluster cluster = TestCluster.shared();
  public final String prefix;
  public final TopicNames names;
  public final SpineSerdes serdes;
  public final KafkaClients clients;
  public final ArtifactStore artifacts;
  public final SolanaControl solana;

  public Installation(Class<?> test, Path artifacts, boolean realRegistry) {
    prefix = cluster.topicPrefix(test);
    names = new TopicNames(prefix);
    serdes =
        realRegistry
            ? SpineSerdes.of(cluster.registryUrl())
            : SpineSerdes.registering("mock://" + prefix);
    clients =
        new KafkaClients(
            new KafkaSettings(cluster.bootstrapServers(), null), new TopicSettings(prefix));
    this.artifacts = new ArtifactStore(new ArtifactSettings(artifacts.toString()));
    solana = new SolanaControl(cluster.solanaUrl());
  }

  public void createTopics() throws Exception {
    try (Admin admin = Admin.create(clients.common())) {
      new TopicPlan(admin, names, Topics.ALL).apply((short) 1);
    }
  }

  public void registerSchemas() throws Exception {
    try (CachedSchemaRegistryClient registry =
        new CachedSchemaRegistryClient(cluster.registryUrl(), 100, Map.of())) {
      new SchemaPlan(registry, ContractSchemas.load(), names, Topics.ALL).apply();
    }
  }

  /** Certified cycles, with their files. */
  public void certify(int... cycles) {
    send(
        IntStream.of(cycles)
            .mapToObj(
                n ->
                    Certified.completed(
                        n, CycleVerdict.CERTIFIED, certificate(n), contributions(n, List.of())))
            .toList());
  }

  public void send(List<CertificationCompleted> events) {
    String topic = names.of(Topics.CERTIFICATION_COMPLETED);
    try (KafkaProducer<String, CertificationCompleted> producer =
        new KafkaProducer<>(
            clients.producer(),
            new StringSerializer(),
            serdes.<CertificationCompleted>event().serializer())) {
      for (CertificationCompleted event : events) {
        producer.send(
            new ProducerRecord<>(
                topic, null, null, event.getCycleId(), event, headers(event.getCycleId())));
      }
    }
  }

  /** Accepted cases, as the intake writes them. */
  public void accept(GenericRecord... cases) {
    for (GenericRecord record : cases) {
      String caseId = ((GenericRecord) record.get("header")).get("caseId").toString();
      Topic topic = Topics.CASE_ACCEPTED;
      sendBytes(topic, caseId, serdes.cases().serializer().serialize(names.of(topic), record));
    }
  }

  /** A complete review, accepted now. */
  public void review(String reviewId, String credentialId) {
    ReviewAccepted review =
        ReviewAccepted.newBuilder()
            .setReviewId(reviewId)
            .setVignetteId("vignette")
            .setCampaignId("sacroiliac-fusion")
            .setCredentialId(credentialId)
            .setFormVersion(1)
            .setComplete(true)
            .setAcceptedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
            .build();
    Topic topic = Topics.REVIEW_ACCEPTED;
    sendBytes(
        topic,
        "vignette",
        serdes.<ReviewAccepted>event().serializer().serialize(names.of(topic), review));
  }

  public void withdraw(String caseId) {
    sendBytes(Topics.CASE_ACCEPTED, caseId, null);
  }

  /** A batch that was closed. */
  public void closeBatch(String root, int leaves) {
    AnchorBatch batch =
        AnchorBatch.newBuilder()
            .setRoot(root)
            .setLeaves(leaves)
            .setManifest(put("leaves.txt", root.getBytes(StandardCharsets.UTF_8)))
            .setClosedAt(Certified.AT)
            .build();
    Topic topic = Topics.ANCHOR_BATCH;
    sendBytes(
        topic, root, serdes.<AnchorBatch>event().serializer().serialize(names.of(topic), batch));
  }

  /** A decision, as the publisher writes it. */
  public void grant(RewardGranted event) {
    Topic topic = Topics.REWARD_GRANTED;
    sendBytes(
        topic,
        event.getBeneficiaryId(),
        serdes.<RewardGranted>event().serializer().serialize(names.of(topic), event));
  }

  /** What a payer reports. */
  public void settle(RewardGranted payout, String signature) {
    RewardSettled report =
        RewardSettled.newBuilder()
            .setPayoutId(payout.getPayoutId())
            .setBeneficiaryId(payout.getBeneficiaryId())
            .setStatus(SettlementStatus.SETTLED)
            .setVersion(1)
            .setReason(null)
            .setSignature(signature)
            .setSettledAt(Certified.AT)
            .build();
    Topic topic = Topics.REWARD_SETTLED;
    sendBytes(
        topic,
        payout.getPayoutId(),
        serdes.<RewardSettled>event().serializer().serialize(names.of(topic), report));
  }

  /** Whatever bytes, as a broken producer would write them. */
  public void sendBytes(Topic topic, String key, byte[] value) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            clients.producer(), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(names.of(topic), key, value));
    }
  }

  /** Event id of a cycle's completion. */
  public static String completedEvent(String cycleId) {
    return SpineIds.event("completed", cycleId).toString();
  }

  /** As the certification service writes them: the event id follows from the cycle. */
  private static RecordHeaders headers(String cycleId) {
    RecordHeaders headers = new RecordHeaders();
    EventHeaders.write(
        headers,
        completedEvent(cycleId),
        "certification-streams",
        "CertificationCompleted",
        Certified.AT,
        null);
    return headers;
  }

  public ArtifactReference certificate(int n) {
    return put("certificate.json", Certified.certificateBytes(n));
  }

  public ArtifactReference contributions(int n, List<Contribution> cohort) {
    StringBuilder text = new StringBuilder();
    append(
        text,
        Map.of(
            "format",
            "spine-contributions/1",
            "cycleId",
            Certified.cycleId(n),
            "campaignId",
            Certified.CAMPAIGN,
            "cases",
            cohort.size()));
    for (Contribution c : cohort) {
      append(
          text,
          Map.of(
              "ordinal", c.ordinal(),
              "caseId", c.caseId(),
              "contributorId", c.contributorId(),
              "revision", 1,
              "windows", c.windows()));
    }
    return put("contributions.ndjson", text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void append(StringBuilder text, Map<String, Object> line) {
    try {
      text.append(JSON.writeValueAsString(line)).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ArtifactReference put(String name, byte[] bytes) {
    try {
      return artifacts.put(name, bytes, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every committed record of a topic, in the order of its partitions. */
  public <T extends SpecificRecord> List<T> read(Topic topic) {
    return records(topic).stream()
        .map(
            record ->
                serdes
                    .<T>event()
                    .deserializer()
                    .deserialize(record.topic(), record.headers(), record.value()))
        .toList();
  }

  public List<ConsumerRecord<String, byte[]>> records(Topic topic) {
    List<TopicPartition> partitions =
        IntStream.range(0, topic.partitions())
            .mapToObj(p -> new TopicPartition(names.of(topic), p))
            .toList();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            clients.consumer(), new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(POLL).forEach(records::add);
      }
      return records;
    }
  }

  /** How often the certificate of a cycle stands on the chain. */
  public long anchors(int n) {
    return solana.memos("spine1:d:" + Certified.digest(n));
  }
}
