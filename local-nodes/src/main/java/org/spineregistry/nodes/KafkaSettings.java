package org.spineregistry.nodes;

import java.nio.file.Path;
import java.util.Map;
import org.spineregistry.nodes.port.FreePort;

/**
 * Where and how a broker runs.
 *
 * @param dataDir log segments and cluster id; kept across restarts
 * @param log output of the process
 * @param port for clients
 * @param controllerPort for the broker's own KRaft controller
 * @param maxHeapMegabytes heap limit
 * @param overrides broker properties that replace or add to those of {@link BrokerProperties}
 */
public record KafkaSettings(
    Path dataDir,
    Path log,
    int port,
    int controllerPort,
    int maxHeapMegabytes,
    Map<String, String> overrides) {

  public KafkaSettings {
    dataDir = dataDir.toAbsolutePath();
    log = log.toAbsolutePath();
    overrides = Map.copyOf(overrides);
  }

  /** Data in {@code root/data/kafka}, log in {@code root/logs/kafka.log}, two free ports. */
  public static KafkaSettings under(Path root, FreePort ports) {
    return new KafkaSettings(
        root.resolve("data/kafka"),
        root.resolve("logs/kafka.log"),
        ports.next(),
        ports.next(),
        384,
        Map.of());
  }

  public KafkaSettings withPorts(int clients, int controller) {
    return new KafkaSettings(dataDir, log, clients, controller, maxHeapMegabytes, overrides);
  }

  public KafkaSettings withMaxHeap(int megabytes) {
    return new KafkaSettings(dataDir, log, port, controllerPort, megabytes, overrides);
  }

  public KafkaSettings withOverrides(Map<String, String> properties) {
    return new KafkaSettings(dataDir, log, port, controllerPort, maxHeapMegabytes, properties);
  }
}
