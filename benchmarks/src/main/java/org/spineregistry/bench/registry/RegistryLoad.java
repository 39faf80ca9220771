package org.spineregistry.bench.registry;

import static org.spineregistry.schemas.topic.Topics.CASE_ACCEPTED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.spineregistry.certification.registry.RegistryTopology;
import org.spineregistry.nodes.KafkaNode;
import org.spineregistry.nodes.KafkaSettings;
import org.spineregistry.nodes.port.FreePort;
import org.spineregistry.nodes.process.ProcessGroup;
import org.spineregistry.schemas.contract.ContractSchemas;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.plan.TopicPlan;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.CampaignPartitions;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.schemas.topic.Topics;

/**
 * The registry topology against a bare dedup-and-count processor: the same records, broker and run,
 * one thread, exactly once. The bare one runs twice, reading bytes and reading the case record,
 * since our topology has to know a case's campaign, contributor and windows.
 */
public final class RegistryLoad {
  private static final String CAMPAIGN = "sacroiliac-fusion";
  private static final String OUTPUT = "bench.bare-count";
  private static final SpineSerdes SERDES = SpineSerdes.registering("mock://bench");

  private RegistryLoad() {}

  /** Arguments: records (default 200000), rounds (default 3). */
  public static void main(String[] args)
      throws IOException, ExecutionException, InterruptedException {
    int records = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    Path dir = Files.createTempDirectory("bench-kafka");
    try (ProcessGroup group = ProcessGroup.open()) {
      KafkaNode kafka = new KafkaNode(KafkaSettings.under(dir, new FreePort()), group);
      kafka.start();
      TopicPartition input = load(kafka.bootstrapServers(), records);
      compare(new StreamsRun(kafka.bootstrapServers(), input, records), rounds);
    }
  }

  private static void compare(StreamsRun run, int rounds)
      throws IOException, ExecutionException, InterruptedException {
    List<Double> registry = new ArrayList<>();
    List<Double> bytes = new ArrayList<>();
    List<Double> decoding = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) { // the first round warms up
      double r = run.measure("registry", registry());
      double b = run.measure("bare", bare());
      double d = run.measure("bare-decoding", bareDecoding());
      System.out.printf(
          Locale.ROOT,
          "round %d  registry %,.0f/s  bare %,.0f/s  bare decoding %,.0f/s%n",
          round,
          r,
          b,
          d);
      if (round > 0) {
        registry.add(r);
        bytes.add(b);
        decoding.add(d);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "median  registry %,.0f/s  ratio to bare %.2f  ratio to bare decoding %.2f%n",
        median(registry),
        median(registry) / median(bytes),
        median(registry) / median(decoding));
  }

  private static Topology registry() {
    StreamsBuilder builder = new StreamsBuilder();
    new RegistryTopology(TopicNames.plain(), SERDES, new EventStamp("bench")).addTo(builder);
    return builder.build();
  }

  private static Topology bare() {
    StreamsBuilder builder = new StreamsBuilder();
    new BareCount<>(CASE_ACCEPTED.name(), OUTPUT, Serdes.ByteArray(), bytes -> CAMPAIGN)
        .addTo(builder);
    return builder.build();
  }

  private static Topology bareDecoding() {
    StreamsBuilder builder = new StreamsBuilder();
    new BareCount<>(CASE_ACCEPTED.name(), OUTPUT, SERDES.cases(), BareCount.header())
        .addTo(builder);
    return builder.build();
  }

  private static TopicPartition load(String bootstrap, int records)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      new TopicPlan(admin, TopicNames.plain(), Topics.ALL).apply((short) 1);
      admin.createTopics(List.of(new NewTopic(OUTPUT, 6, (short) 1))).all().get();
    }
    int partition = CampaignPartitions.of(CAMPAIGN, CASE_ACCEPTED.partitions());
    Collection<Schema> schemas = ContractSchemas.load().cases().values();
    Schema schema =
        schemas.stream().filter(s -> CAMPAIGN.equals(s.getProp("campaignId"))).findFirst().get();
    RandomCases cases = new RandomCases(schema, CAMPAIGN, 1);
    try (KafkaProducer<String, GenericRecord> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "linger.ms", 20, "compression.type", "lz4"),
            new StringSerializer(),
            SERDES.cases().serializer())) {
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
    return new TopicPartition(CASE_ACCEPTED.name(), partition);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
