package org.spineregistry.anchor.settlement;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.cluster.Clusters;
import org.spineregistry.anchor.cluster.Endpoint;
import org.spineregistry.anchor.cluster.FeePayer;
import org.spineregistry.anchor.cluster.RpcEndpoint;
import org.spineregistry.anchor.fake.Deaths;
import org.spineregistry.anchor.fake.MortalEndpoint;
import org.spineregistry.anchor.it.Installation;
import org.spineregistry.anchor.protocol.IntentBook.Filter;
import org.spineregistry.nodes.TestCluster;
import org.spineregistry.service.health.Condition;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.rpc.SolanaRpc;

/** A payer over a real broker and the real Solana runtime, started like a process and killed so. */
final class SettlementProcess implements AutoCloseable {
  private static final long AIRDROP = 1_000_000_000;

  final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  final Settlements settlements;

  private SettlementProcess(
      Installation installation, KeyPair payer, SettlementSettings settings, Deaths deaths) {
    Clock clock = Clock.systemUTC();
    String url = TestCluster.shared().solanaUrl();
    Endpoint endpoint = new RpcEndpoint(new SolanaRpc("local", url, Duration.ofSeconds(2)));
    Cluster cluster =
        Clusters.guarded(List.of(new MortalEndpoint(endpoint, deaths)), clock, metrics);
    SettlementParts parts =
        new SettlementParts(
            installation.clients,
            installation.names,
            installation.serdes,
            cluster,
            new FeePayer(cluster, payer.address(), AIRDROP, clock),
            payer,
            1_000,
            settings,
            Duration.ofMillis(50),
            Duration.ofMillis(300),
            metrics,
            clock);
    SettlementLog log =
        new KafkaSettlementLog(
            parts.producer(), installation.clients, installation.names, installation.serdes);
    settlements = parts.settlements(new MortalSettlementLog(log, deaths));
  }

  /**
   * @param wallets gets the mode that it must have
   */
  static SettlementSettings settings(Address mint, Path wallets) {
    try {
      Files.setPosixFilePermissions(wallets, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SettlementSettings(
        true,
        mint.base58(),
        "unused.json",
        "",
        wallets.toString(),
        17,
        Duration.ofMillis(200),
        Duration.ofSeconds(10),
        List.of(),
        0);
  }

  static SettlementProcess start(
      Installation installation, KeyPair payer, SettlementSettings settings, Deaths deaths) {
    SettlementProcess process = new SettlementProcess(installation, payer, settings, deaths);
    process.settlements.publisher().start();
    return process;
  }

  Condition condition() {
    return settlements.publisher().condition();
  }

  List<Batch> batches(Filter filter) {
    return settlements.page(filter, null, 1_000).stream().map(SettlementRow::batch).toList();
  }

  @Override
  public void close() {
    try {
      settlements.publisher().close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
