package org.spineregistry.bench.anchor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.spineregistry.nodes.KafkaNode;
import org.spineregistry.nodes.KafkaSettings;
import org.spineregistry.nodes.RegistryNode;
import org.spineregistry.nodes.RegistrySettings;
import org.spineregistry.nodes.SolanaNode;
import org.spineregistry.nodes.SolanaSettings;
import org.spineregistry.nodes.port.FreePort;
import org.spineregistry.nodes.process.ProcessGroup;

/**
 * The publisher over a real broker, schema registry and Solana runtime: certificates anchored one
 * by one to finalized, against a bare solanaj loop in the same run; contributions gathered into
 * batches; payouts granted.
 */
public final class AnchorLoad {
  private static final double LEAST_ANCHORS = 200;
  private static final double LEAST_RATIO = 0.7;
  private static final double LEAST_LEAVES = 20_000;
  private static final double LEAST_PAYOUTS = 20_000;
  private static final int SLOT_MILLIS = 20;

  private final List<String> missed = new ArrayList<>();

  private AnchorLoad() {}

  /**
   * Arguments: certificates a round (default 2000), rounds (default 3), leaves (default 400000).
   */
  public static void main(String[] args) throws Exception {
    int certificates = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    int leaves = args.length > 2 ? Integer.parseInt(args[2]) : 400_000;
    AnchorLoad load = new AnchorLoad();
    load.anchors(certificates, rounds);
    load.streams(leaves);
    if (!load.missed.isEmpty()) {
      System.err.println("missed: " + String.join("; ", load.missed));
      System.exit(1);
    }
  }

  private void anchors(int certificates, int rounds) throws Exception {
    Path dir = Files.createTempDirectory("bench-anchor");
    try (ProcessGroup group = ProcessGroup.open()) {
      SolanaNode solana =
          new SolanaNode(SolanaSettings.under(dir, new FreePort(), SLOT_MILLIS), group);
      solana.start();
      PublisherRun publisher = new PublisherRun(kafka(dir, group), registry(dir, group), dir);
      List<Double> rates = new ArrayList<>();
      List<Double> ratios = new ArrayList<>();
      for (int round = 0; round <= rounds; round++) {
        double ours = publisher.measure(round, certificates, solana.url());
        double bare = new BareLoop(solana.url()).measure(certificates);
        System.out.printf(
            Locale.ROOT,
            "%s  publisher %,.0f/s  bare solanaj loop %,.0f/s  ratio %.2f%n",
            round == 0 ? "warm-up" : "round " + round,
            ours,
            bare,
            ours / bare);
        if (round > 0) {
          rates.add(ours);
          ratios.add(ours / bare);
        }
      }
      say("certificates to finalized, one transaction each", median(rates), LEAST_ANCHORS);
      System.out.printf(Locale.ROOT, "ratio to the bare loop, median %.2f%n", median(ratios));
      if (median(ratios) < LEAST_RATIO) {
        missed.add("ratio to the bare loop");
      }
    }
  }

  private void streams(int leaves) throws Exception {
    Path dir = Files.createTempDirectory("bench-batch");
    try (ProcessGroup group = ProcessGroup.open()) {
      StreamsLoad load = new StreamsLoad(kafka(dir, group), registry(dir, group), dir);
      say("contributions into batches", load.leaves(leaves), LEAST_LEAVES);
      say("payouts", load.payouts(leaves), LEAST_PAYOUTS);
    }
  }

  private static String kafka(Path dir, ProcessGroup group) throws IOException {
    KafkaNode kafka = new KafkaNode(KafkaSettings.under(dir, new FreePort()), group);
    kafka.start();
    return kafka.bootstrapServers();
  }

  private static String registry(Path dir, ProcessGroup group) throws IOException {
    RegistryNode registry = new RegistryNode(RegistrySettings.inMemory(dir, new FreePort()), group);
    registry.start();
    return registry.url();
  }

  private void say(String what, double rate, double least) {
    System.out.printf(Locale.ROOT, "%s: %,.0f/s (at least %,.0f)%n", what, rate, least);
    if (rate < least) {
      missed.add(what);
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
