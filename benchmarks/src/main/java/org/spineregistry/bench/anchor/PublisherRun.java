package org.spineregistry.bench.anchor;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.cluster.Clusters;
import org.spineregistry.anchor.cluster.FeePayer;
import org.spineregistry.anchor.cluster.RpcEndpoint;
import org.spineregistry.anchor.publish.AnchorPublisher;
import org.spineregistry.anchor.publish.AnchorSettings;
import org.spineregistry.anchor.publish.PublisherParts;
import org.spineregistry.event.ArtifactReference;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.event.CycleVerdict;
import org.spineregistry.schemas.plan.TopicPlan;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.schemas.topic.Topics;
import org.spineregistry.service.artifact.ArtifactSettings;
import org.spineregistry.service.artifact.ArtifactStore;
import org.spineregistry.service.config.KafkaClients;
import org.spineregistry.service.config.KafkaSettings;
import org.spineregistry.service.config.TopicSettings;
import org.spineregistry.service.failure.DeadLetters;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.rpc.SolanaRpc;

/** The whole publisher, from completed cycles on their topic to events of finalized anchors. */
final class PublisherRun {
  private static final long AIRDROP = 1_000_000_000;
  private static final AnchorSettings SETTINGS =
      new AnchorSettings(
          Duration.ofMillis(20),
          Duration.ofSeconds(2),
          Duration.ofMinutes(5),
          8,
          Duration.ofSeconds(1),
          "none");

  private final String bootstrap;
  private final String registryUrl;
  private final ArtifactStore artifacts;

  PublisherRun(String bootstrap, String registryUrl, Path dir) {
    this.bootstrap = bootstrap;
    this.registryUrl = registryUrl;
    this.artifacts = new ArtifactStore(new ArtifactSettings(dir.resolve("artifacts").toString()));
  }

  /** Anchors a second, from the start of the publisher to the last event. */
  double measure(int round, int certificates, String solana) throws Exception {
    String prefix = "round" + round + ".";
    TopicNames names = new TopicNames(prefix);
    KafkaClients clients =
        new KafkaClients(new KafkaSettings(bootstrap, null), new TopicSettings(prefix));
    SpineSerdes serdes = SpineSerdes.registering(registryUrl);
    try (Admin admin = Admin.create(clients.common())) {
      new TopicPlan(admin, names, Topics.ALL).apply((short) 1);
    }
    write(round, certificates, names, clients, serdes);

    SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    Clock clock = Clock.systemUTC();
    KeyPair key = KeyPair.random();
    Cluster cluster =
        Clusters.guarded(
            List.of(new RpcEndpoint(new SolanaRpc("local", solana, Duration.ofSeconds(10)))),
            clock,
            metrics);
    PublisherParts parts =
        new PublisherParts(
            clients,
            names,
            serdes,
            new DeadLetters("anchor-publisher", names, serdes),
            artifacts,
            cluster,
            new FeePayer(cluster, key.address(), AIRDROP, clock),
            key,
            new ComputeBudget(60_000, 1_000),
            SETTINGS,
            metrics,
            clock);
    AnchorPublisher publisher = parts.publisher(parts.book());
    long start = System.nanoTime();
    publisher.start();
    while (metrics.find("spine.anchor").timer() == null
        || metrics.get("spine.anchor").timer().count() < certificates) {
      Thread.sleep(5);
    }
    double rate = certificates * 1e9 / (System.nanoTime() - start);
    publisher.close();
    return rate;
  }

  private void write(
      int round, int certificates, TopicNames names, KafkaClients clients, SpineSerdes serdes)
      throws Exception {
    try (KafkaProducer<String, CertificationCompleted> producer =
        new KafkaProducer<>(
            clients.producer(),
            new StringSerializer(),
            serdes.<CertificationCompleted>event().serializer())) {
      for (int n = 0; n < certificates; n++) {
        String cycleId =
            new UUID(0x5000L | (long) round << 48 | (long) n << 16, 0x8L << 60).toString();
        byte[] file = ("{\"cycle\":\"" + cycleId + "\"}").getBytes(StandardCharsets.UTF_8);
        CertificationCompleted event =
            completed(cycleId, artifacts.put("certificate.json", file, null));
        producer.send(
            new ProducerRecord<>(names.of(Topics.CERTIFICATION_COMPLETED), cycleId, event));
      }
    }
  }

  private static CertificationCompleted completed(String cycleId, ArtifactReference certificate) {
    return CertificationCompleted.newBuilder()
        .setCycleId(cycleId)
        .setCampaignId("sacroiliac-fusion")
        .setPolicyVersion(1)
        .setThreshold(null)
        .setAttempt(1)
        .setVerdict(CycleVerdict.CERTIFIED)
        .setReasons(List.of())
        .setProfile("published-2026")
        .setCases(125)
        .setOrdinalLimit(125)
        .setGates(List.of())
        .setDatasets(List.of())
        .setCertificate(certificate)
        .setContributions(null)
        .setCauseId(null)
        .setStartedAt(Instant.EPOCH)
        .setCompletedAt(Instant.EPOCH)
        .build();
  }
}
