package org.spineregistry.bench.registry;

import static org.spineregistry.schemas.topic.Topics.CASE_ACCEPTED;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.spineregistry.certification.registry.RegistryTopology;
import org.spineregistry.nodes.KafkaNode;
import org.spineregistry.nodes.KafkaSettings;
import org.spineregistry.nodes.RegistryNode;
import org.spineregistry.nodes.RegistrySettings;
import org.spineregistry.nodes.port.FreePort;
import org.spineregistry.nodes.process.ProcessGroup;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;

/**
 * The registry topology, with a policy in force, against a bare dedup-and-count processor: the same
 * records, broker, schema registry and run, one thread, exactly once. The bare one runs twice,
 * reading bytes and reading the case record, since our topology has to know a case's campaign,
 * contributor and windows.
 */
public final class RegistryLoad {
  private static final String OUTPUT = "bench.bare-count";
  private static final int WARM_UPS = 2;
  private static final double LEAST_RATIO = 0.6;

  private final SpineSerdes serdes;

  private RegistryLoad(SpineSerdes serdes) {
    this.serdes = serdes;
  }

  /** Arguments: records (default 200000), rounds (default 3). */
  public static void main(String[] args)
      throws IOException, ExecutionException, InterruptedException, RestClientException {
    int records = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    Path dir = Files.createTempDirectory("bench-kafka");
    try (ProcessGroup group = ProcessGroup.open()) {
      KafkaNode kafka = new KafkaNode(KafkaSettings.under(dir, new FreePort()), group);
      kafka.start();
      RegistryNode registry =
          new RegistryNode(RegistrySettings.inMemory(dir, new FreePort()), group);
      registry.start();
      TopicPartition input =
          new RegistryInput(kafka.bootstrapServers(), registry.url()).write(records, OUTPUT);
      StreamsRun run = new StreamsRun(kafka.bootstrapServers(), input, records);
      double ratio = new RegistryLoad(SpineSerdes.of(registry.url())).compare(run, rounds);
      if (ratio < LEAST_RATIO) {
        System.err.printf(Locale.ROOT, "the ratio to bare is below %.1f%n", LEAST_RATIO);
        System.exit(1);
      }
    }
  }

  /** The ratio to the bare one that reads bytes. */
  private double compare(StreamsRun run, int rounds)
      throws IOException, ExecutionException, InterruptedException {
    List<Double> registry = new ArrayList<>();
    List<Double> toBytes = new ArrayList<>();
    List<Double> toDecoding = new ArrayList<>();
    for (int round = 1 - WARM_UPS; round <= rounds; round++) {
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
        // within a round, since the machine is not equally fast in all of them
        toBytes.add(r / b);
        toDecoding.add(r / d);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "median  registry %,.0f/s  ratio to bare %.2f  ratio to bare decoding %.2f%n",
        median(registry),
        median(toBytes),
        median(toDecoding));
    return median(toBytes);
  }

  private Topology registry() {
    StreamsBuilder builder = new StreamsBuilder();
    new RegistryTopology(TopicNames.plain(), serdes, new EventStamp("bench")).addTo(builder);
    return builder.build();
  }

  private static Topology bare() {
    StreamsBuilder builder = new StreamsBuilder();
    new BareCount<>(
            CASE_ACCEPTED.name(), OUTPUT, Serdes.ByteArray(), bytes -> RegistryInput.CAMPAIGN)
        .addTo(builder);
    return builder.build();
  }

  private Topology bareDecoding() {
    StreamsBuilder builder = new StreamsBuilder();
    new BareCount<>(CASE_ACCEPTED.name(), OUTPUT, serdes.cases(), BareCount.header())
        .addTo(builder);
    return builder.build();
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
