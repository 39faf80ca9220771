package org.spineregistry.bench.anchor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.spineregistry.anchor.batch.BatchSettings;
import org.spineregistry.anchor.batch.BatchTopology;
import org.spineregistry.anchor.payout.RewardTopology;
import org.spineregistry.anchor.policy.PolicyDocument;
import org.spineregistry.anchor.policy.RewardSettings;
import org.spineregistry.bench.registry.RegistryInput;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.AnchorReceipt;
import org.spineregistry.event.ArtifactReference;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.schemas.topic.Topics;
import org.spineregistry.service.artifact.ArtifactSettings;
import org.spineregistry.service.artifact.ArtifactStore;
import org.spineregistry.service.failure.DeadLetters;

/** The publisher's topologies, exactly once on one thread, over a real broker. */
final class StreamsLoad {
  private static final String CAMPAIGN = "sacroiliac-fusion";
  private static final int CASES_A_CYCLE = 10_000;

  private final String bootstrap;
  private final SpineSerdes serdes;
  private final RegistryInput input;
  private final ArtifactStore artifacts;

  StreamsLoad(String bootstrap, String registryUrl, Path dir) {
    this.bootstrap = bootstrap;
    this.serdes = SpineSerdes.of(registryUrl);
    this.input = new RegistryInput(bootstrap, registryUrl);
    this.artifacts = new ArtifactStore(new ArtifactSettings(dir.resolve("artifacts").toString()));
  }

  /** Accepted cases a second, from the first leaf to the event of the batch that holds the last. */
  double leaves(int records) throws Exception {
    input.write(records, "bench.unused");
    int size = records / 20;
    StreamsBuilder builder = new StreamsBuilder();
    new BatchTopology(
            TopicNames.plain(),
            serdes,
            artifacts,
            new EventStamp("bench"),
            new BatchSettings(Duration.ofHours(1), size))
        .addTo(builder);
    // the first batch warms up
    return rate(builder, BatchTopology.tuned(properties()), Topics.ANCHOR_BATCH, 20) * size;
  }

  /** Payouts a second: 10,000 cases a cycle, each paid once. */
  double payouts(int records) throws Exception {
    int cycles = 1 + records / CASES_A_CYCLE;
    try (KafkaProducer<String, SpecificRecord> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap),
            new StringSerializer(),
            serdes.<SpecificRecord>events().serializer())) {
      for (PolicyDocument document :
          new RewardSettings(List.of("config/rewards/policy-v1.json")).documents()) {
        producer.send(
            new ProducerRecord<>(
                Topics.REWARD_INPUT.name(), document.policy().policyId(), document.event()));
      }
      for (int cycle = 1; cycle <= cycles; cycle++) {
        AnchorFinalized anchor = anchor(cycle);
        producer.send(
            new ProducerRecord<>(Topics.REWARD_INPUT.name(), anchor.getSubject(), anchor));
      }
    }
    StreamsBuilder builder = new StreamsBuilder();
    new RewardTopology(
            TopicNames.plain(),
            serdes,
            artifacts,
            new DeadLetters("bench", TopicNames.plain(), serdes),
            new EventStamp("bench"))
        .addTo(builder);
    return rate(builder, properties(), Topics.REWARD_CYCLE, cycles) * CASES_A_CYCLE;
  }

  /** Records a second on an output topic, from the first to the given number of them. */
  private double rate(StreamsBuilder builder, Properties properties, Topic output, int records)
      throws Exception {
    try (KafkaStreams streams = new KafkaStreams(builder.build(), properties);
        Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      streams.start();
      long[] first = await(admin, output, 1);
      long[] last = await(admin, output, records);
      return (last[1] - first[1]) * 1e9 / (last[0] - first[0]);
    }
  }

  private Properties properties() throws IOException {
    Path state = Files.createTempDirectory("bench-state");
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench-" + UUID.randomUUID());
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
    return properties;
  }

  /** When there are as many records, and how many there are. */
  private static long[] await(Admin admin, Topic topic, int records) throws Exception {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (int p = 0; p < topic.partitions(); p++) {
      ends.put(new TopicPartition(topic.name(), p), OffsetSpec.latest());
    }
    while (true) {
      long written =
          admin.listOffsets(ends).all().get().values().stream()
              .mapToLong(end -> end.offset())
              .sum();
      if (written >= records) {
        return new long[] {System.nanoTime(), written};
      }
      Thread.sleep(5);
    }
  }

  private AnchorFinalized anchor(int cycle) throws Exception {
    String cycleId = new UUID(0x5000L | (long) cycle << 32, 0x8L << 60).toString();
    byte[] digest = new byte[32];
    digest[0] = (byte) cycle;
    digest[1] = (byte) (cycle >> 8);
    return AnchorFinalized.newBuilder()
        .setSubject(HexFormat.of().formatHex(digest))
        .setKind("dataset")
        .setCycleId(cycleId)
        .setCampaignId(CAMPAIGN)
        .setReceipt(
            AnchorReceipt.newBuilder()
                .setGenesisHash("genesis")
                .setPublisher("publisher")
                .setSignature("signature")
                .setSlot(1)
                .setBlockTime(null)
                .setMemo("memo")
                .build())
        .setTransaction("AA==")
        .setCertificate(null)
        .setContributions(contributions(cycle, cycleId))
        .setCauseId(null)
        .setCertifiedAt(Instant.EPOCH)
        .build();
  }

  private ArtifactReference contributions(int cycle, String cycleId) throws Exception {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "{\"format\":\"spine-contributions/1\",\"cycleId\":\"%s\",\"campaignId\":\"%s\",\"cases\":%d}%n",
            cycleId,
            CAMPAIGN,
            CASES_A_CYCLE));
    for (int n = 0; n < CASES_A_CYCLE; n++) {
      String caseId =
          new UUID(0x4000L | (long) cycle << 48 | (long) n << 16, 0x8L << 60).toString();
      text.append(
          String.format(
              Locale.ROOT,
              "{\"ordinal\":%d,\"caseId\":\"%s\",\"contributorId\":\"surgeon-%06d\",\"revision\":1,\"windows\":[]}%n",
              n + 1,
              caseId,
              n % 500));
    }
    return artifacts.put(
        "contributions.ndjson", text.toString().getBytes(StandardCharsets.UTF_8), null);
  }
}
