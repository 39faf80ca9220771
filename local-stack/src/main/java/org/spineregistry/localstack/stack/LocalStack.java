package org.spineregistry.localstack.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spineregistry.cli.topics.Contract;
import org.spineregistry.cli.topics.Installation;
import org.spineregistry.nodes.KafkaNode;
import org.spineregistry.nodes.KafkaSettings;
import org.spineregistry.nodes.RegistryNode;
import org.spineregistry.nodes.RegistrySettings;
import org.spineregistry.nodes.SolanaNode;
import org.spineregistry.nodes.SolanaSettings;
import org.spineregistry.nodes.port.FreePort;
import org.spineregistry.nodes.process.ManagedProcess;
import org.spineregistry.nodes.process.ProcessGroup;

/**
 * Kafka, the schema registry, the Solana server and the services as child processes. They end with
 * this JVM, whatever ends it; what they stored is found again at the next start on the same folder.
 */
public final class LocalStack implements AutoCloseable {
  private static final int KAFKA_HEAP = 384;
  private static final int REGISTRY_HEAP = 192;

  private final StackSettings settings;
  private final StackListener listener;
  private final ProcessGroup group = ProcessGroup.open();
  private final KafkaNode kafka;
  private final RegistryNode registry;
  private final SolanaNode solana;
  private final Map<Service, ManagedProcess> services = new EnumMap<>(Service.class);
  private Supervisor supervisor;

  /** Nothing is started yet. */
  public LocalStack(StackSettings settings, StackListener listener) {
    this.settings = settings;
    this.listener = listener;
    this.kafka = new KafkaNode(kafka(settings), group);
    this.registry = new RegistryNode(registry(settings), group);
    this.solana = new SolanaNode(solana(settings), group);
    ServiceSpecs specs = new ServiceSpecs(settings, Project.root());
    for (Service service : Service.values()) {
      services.put(service, group.process(specs.of(service)));
    }
  }

  /**
   * Starts everything; returns when all services are ready.
   *
   * @throws org.spineregistry.cli.UserProblem for a port that is taken, a full disk, a folder of
   *     another stack
   * @throws org.spineregistry.nodes.process.ProcessFailure when a part does not start
   */
  public void start() throws InterruptedException {
    settings.ports().requireFree();
    Parallel.run(
        List.of(
            timed("Solana server", solana::start),
            timed("Kafka", kafka::start),
            timed("schema registry", registry::start)));
    install();
    List<Runnable> starts = new ArrayList<>();
    services.forEach((service, process) -> starts.add(timed(service.title(), process::start)));
    Parallel.run(starts);
    supervise();
  }

  private void install() throws InterruptedException {
    long began = System.nanoTime();
    try (Contract contract = new Contract(installation())) {
      if (!contract.differences().isEmpty()) {
        contract.apply((short) 1);
      }
    }
    TrustFile.ensure(
        settings.data().trust(),
        settings.keys().certificateKey(),
        settings.keys().publisher(),
        solana.genesisHash());
    new Faucet(settings.rpcUrl()).fill(settings.keys().publisher());
    listener.started("topics, schemas, accounts", Duration.ofNanos(System.nanoTime() - began));
  }

  private void supervise() {
    List<ManagedProcess> parts = new ArrayList<>(services.values());
    parts.addAll(List.of(kafka.process(), registry.process(), solana.process()));
    supervisor = new Supervisor(parts, listener);
    // closed in the reverse order: nobody restarts what is being stopped, and the services stop at
    // once
    group.add(this::stopServices);
    group.add(supervisor);
    supervisor.start();
  }

  private Runnable timed(String part, Runnable start) {
    return () -> {
      long began = System.nanoTime();
      start.run();
      listener.started(part, Duration.ofNanos(System.nanoTime() - began));
    };
  }

  /** Why a part was given up; empty while all is well. */
  public Optional<String> failure() {
    return Optional.ofNullable(supervisor).map(Supervisor::failure);
  }

  public StackSettings settings() {
    return settings;
  }

  /** The installation as the command line names it. */
  public Installation installation() {
    return new Installation(settings.kafka(), settings.registryUrl(), "");
  }

  public ManagedProcess process(Service service) {
    return services.get(service);
  }

  /** Process of the broker. */
  public ManagedProcess kafka() {
    return kafka.process();
  }

  /** Process of the local ledger. */
  public ManagedProcess solana() {
    return solana.process();
  }

  private void stopServices() throws InterruptedException {
    Parallel.run(services.values().stream().<Runnable>map(p -> p::stop).toList());
  }

  /** Stops everything: the services at once, then what they stand on. */
  @Override
  public void close() {
    group.close();
  }

  private static KafkaSettings kafka(StackSettings settings) {
    return new KafkaSettings(
        settings.data().kafka(),
        settings.data().log("kafka"),
        settings.ports().kafka(),
        settings.ports().kafkaController(),
        KAFKA_HEAP,
        Map.of());
  }

  private static RegistrySettings registry(StackSettings settings) {
    RegistrySettings found = RegistrySettings.inMemory(settings.data().root(), new FreePort());
    return new RegistrySettings(
        found.archive(),
        Optional.of(settings.data().registry()),
        settings.data().log("registry"),
        settings.ports().registry(),
        REGISTRY_HEAP);
  }

  private static SolanaSettings solana(StackSettings settings) {
    SolanaSettings found =
        SolanaSettings.under(settings.data().root(), new FreePort(), settings.slotMillis());
    return new SolanaSettings(
        found.folder(),
        settings.data().solana(),
        settings.data().log("solana"),
        settings.ports().solana(),
        settings.slotMillis());
  }
}
