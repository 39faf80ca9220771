package org.spineregistry.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.spineregistry.nodes.port.FreePort;
import org.spineregistry.nodes.process.ProcessGroup;

/**
 * The nodes that all integration tests of one JVM share, each started when first asked for and
 * stopped when the JVM exits. Tests keep apart by topic prefix; a test that harms a node starts its
 * own.
 *
 * <p>Logs stay in {@code target/test-cluster/<pid>/logs}, data is deleted. Safe for use by several
 * threads.
 */
public final class TestCluster implements AutoCloseable {
  private static final int SLOT_MILLIS = 20;

  private final ProcessGroup group = ProcessGroup.open();
  private final FreePort ports = new FreePort();
  private final AtomicInteger prefixes = new AtomicInteger();
  private final Path root;
  private KafkaNode kafka;
  private RegistryNode registry;
  private SolanaNode solana;

  /** A cluster of its own, in a folder of its own. */
  TestCluster(Path root) {
    this.root = root;
    group.add(() -> Folders.delete(root.resolve("data")));
  }

  /** The cluster of this JVM. */
  public static TestCluster shared() {
    return Holder.SHARED;
  }

  /** Value for {@code bootstrap.servers}; starts Kafka. */
  public String bootstrapServers() {
    return kafka().bootstrapServers();
  }

  /** Value for {@code schema.registry.url}; starts the schema registry, in memory. */
  public String registryUrl() {
    return registry().url();
  }

  /** Address of the JSON-RPC service with slots of 20 ms; starts the Solana server. */
  public String solanaUrl() {
    return solana().url();
  }

  /** Running broker; starts it. */
  public synchronized KafkaNode kafka() {
    if (kafka == null) {
      KafkaNode node = new KafkaNode(KafkaSettings.under(root, ports), group);
      node.start();
      kafka = node;
    }
    return kafka;
  }

  /** Running schema registry; starts it. */
  public synchronized RegistryNode registry() {
    if (registry == null) {
      RegistryNode node = new RegistryNode(RegistrySettings.inMemory(root, ports), group);
      node.start();
      registry = node;
    }
    return registry;
  }

  /** Running Solana server; starts it. */
  public synchronized SolanaNode solana() {
    if (solana == null) {
      SolanaNode node = new SolanaNode(SolanaSettings.under(root, ports, SLOT_MILLIS), group);
      node.start();
      solana = node;
    }
    return solana;
  }

  /**
   * A topic prefix that no other caller of this cluster gets, such as {@code registrysizeit-3.}.
   */
  public String topicPrefix(Class<?> test) {
    String name = test.getSimpleName().toLowerCase(Locale.ROOT);
    return name + "-" + prefixes.incrementAndGet() + ".";
  }

  /** Stops what runs. Nobody need call it on the shared one: the end of the JVM does. */
  @Override
  public void close() {
    group.close();
  }

  private static final class Holder {
    static final TestCluster SHARED = new TestCluster(folder());

    private static Path folder() {
      Path target = Path.of("target");
      try {
        return Files.isDirectory(target)
            ? target.resolve("test-cluster").resolve(Long.toString(ProcessHandle.current().pid()))
            : Files.createTempDirectory("test-cluster");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
