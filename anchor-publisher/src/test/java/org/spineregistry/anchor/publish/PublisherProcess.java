package org.spineregistry.anchor.publish;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.cluster.Clusters;
import org.spineregistry.anchor.cluster.Endpoint;
import org.spineregistry.anchor.cluster.FeePayer;
import org.spineregistry.anchor.cluster.RpcEndpoint;
import org.spineregistry.anchor.fake.Certified;
import org.spineregistry.anchor.fake.Deaths;
import org.spineregistry.anchor.fake.MortalEndpoint;
import org.spineregistry.anchor.fake.Step;
import org.spineregistry.anchor.it.Installation;
import org.spineregistry.anchor.protocol.IntentBook;
import org.spineregistry.event.IntentState;
import org.spineregistry.nodes.TestCluster;
import org.spineregistry.service.failure.DeadLetters;
import org.spineregistry.service.health.Condition;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.rpc.SolanaRpc;

/**
 * A publisher over a real broker and the real Solana runtime, started like a process and killed
 * like one.
 */
final class PublisherProcess implements AutoCloseable {
  static final ComputeBudget BUDGET = new ComputeBudget(60_000, 1_000);

  private static final AnchorSettings SETTINGS =
      new AnchorSettings(
          Duration.ofMillis(50),
          Duration.ofMillis(300),
          Duration.ofSeconds(3),
          3,
          Duration.ofMillis(100),
          "none");
  private static final AnchorSettings MARKING =
      new AnchorSettings(
          SETTINGS.pollInterval(),
          SETTINGS.resendInterval(),
          SETTINGS.stuckAfter(),
          SETTINGS.retries(),
          SETTINGS.backoff(),
          "batches");
  private static final long AIRDROP = 1_000_000_000;

  final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  final IntentBook<Tracked> book;
  private final AnchorPublisher publisher;

  private PublisherProcess(IntentBook<Tracked> book, AnchorPublisher publisher) {
    this.book = book;
    this.publisher = publisher;
  }

  /** A healthy one. */
  static PublisherProcess start(Installation installation, KeyPair key) {
    return start(installation, key, BUDGET, endpoint -> endpoint);
  }

  /** A healthy one whose batches leave a marker. */
  static PublisherProcess startMarking(Installation installation, KeyPair key) {
    return start(installation, key, BUDGET, MARKING, endpoint -> endpoint, log -> log);
  }

  /** One that dies the first time that it comes to a step. */
  static PublisherProcess startDyingAt(Installation installation, KeyPair key, Step step) {
    return start(installation, key, Deaths.the(step));
  }

  /** One that dies where it is told to. */
  static PublisherProcess start(Installation installation, KeyPair key, Deaths deaths) {
    return start(
        installation,
        key,
        BUDGET,
        SETTINGS,
        endpoint -> new MortalEndpoint(endpoint, deaths),
        log -> new MortalLog(log, deaths));
  }

  /**
   * @param endpoints wraps the endpoint
   */
  static PublisherProcess start(
      Installation installation,
      KeyPair key,
      ComputeBudget budget,
      UnaryOperator<Endpoint> endpoints) {
    return start(installation, key, budget, SETTINGS, endpoints, log -> log);
  }

  private static PublisherProcess start(
      Installation installation,
      KeyPair key,
      ComputeBudget budget,
      AnchorSettings settings,
      UnaryOperator<Endpoint> endpoints,
      UnaryOperator<IntentLog> logs) {
    SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    Clock clock = Clock.systemUTC();
    Endpoint endpoint =
        endpoints.apply(
            new RpcEndpoint(
                new SolanaRpc("local", TestCluster.shared().solanaUrl(), Duration.ofSeconds(2))));
    Cluster cluster = Clusters.guarded(List.of(endpoint), clock, metrics);
    PublisherParts parts =
        new PublisherParts(
            installation.clients,
            installation.names,
            installation.serdes,
            new DeadLetters("anchor-publisher", installation.names, installation.serdes),
            installation.artifacts,
            cluster,
            new FeePayer(cluster, key.address(), AIRDROP, clock),
            key,
            budget,
            settings,
            metrics,
            clock);
    IntentBook<Tracked> book = parts.book();
    PublisherClients clients = new PublisherClients(installation.clients, metrics);
    IntentLog log =
        new KafkaIntentLog(
            clients.log(), installation.clients, installation.names, installation.serdes);
    PublisherProcess process =
        new PublisherProcess(book, parts.publisher(book, logs.apply(log), clients));
    process.publisher.start();
    return process;
  }

  Condition condition() {
    return publisher.condition();
  }

  boolean is(int cycle, IntentState state) {
    return is(Certified.digest(cycle), state);
  }

  boolean is(String subject, IntentState state) {
    return book.find(subject).map(e -> e.state() == state).orElse(false);
  }

  int attempts(int cycle) {
    return book.find(Certified.digest(cycle))
        .map(e -> e.tracked().intent().getAttempts().size())
        .orElse(0);
  }

  @Override
  public void close() {
    try {
      publisher.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
