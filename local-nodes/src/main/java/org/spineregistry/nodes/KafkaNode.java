package org.spineregistry.nodes;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.spineregistry.nodes.port.PortCheck;
import org.spineregistry.nodes.process.JavaCommand;
import org.spineregistry.nodes.process.ManagedProcess;
import org.spineregistry.nodes.process.ProcessFailure;
import org.spineregistry.nodes.process.ProcessGroup;
import org.spineregistry.nodes.process.ProcessSpec;
import org.spineregistry.nodes.process.Readiness;

/**
 * A Kafka broker and controller in a child JVM. Its port and data stay the same across restarts,
 * kill -9 included.
 */
public final class KafkaNode {
  private final KafkaSettings settings;
  private final ManagedProcess process;

  /** Nothing is started or written yet; the group stops the broker at the latest. */
  public KafkaNode(KafkaSettings settings, ProcessGroup group) {
    this.settings = settings;
    this.process = group.process(spec(settings));
  }

  /**
   * Starts the broker, on a new cluster if the data folder is empty; returns when clients can use
   * it.
   *
   * @throws org.spineregistry.nodes.port.PortTakenException if a port is taken
   * @throws ProcessFailure if it does not start
   */
  public void start() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("Kafka", settings.port());
    ports.put("Kafka controller", settings.controllerPort());
    PortCheck.requireFree(ports);
    writeProperties();
    process.start();
  }

  /** Value for {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + settings.port();
  }

  /** To stop, kill, pause or restart it. */
  public ManagedProcess process() {
    return process;
  }

  private static ProcessSpec spec(KafkaSettings settings) {
    JavaCommand command =
        JavaCommand.of(KafkaBrokerMain.class.getName())
            .withHeap(settings.maxHeapMegabytes())
            .withOptions("-Dlogback.configurationFile=org/spineregistry/nodes/broker-logback.xml")
            .withArguments(propertiesFile(settings).toString());
    return ProcessSpec.of("Kafka", command.toList(), settings.log())
        .readyWhen(Readiness.line(Pattern.compile("^" + KafkaBrokerMain.READY, Pattern.MULTILINE)))
        .withLimits(Duration.ofSeconds(60), Duration.ofSeconds(20));
  }

  /** Beside the data, not in it: the broker takes every folder in there for a partition. */
  private static Path propertiesFile(KafkaSettings settings) {
    return settings.dataDir().resolveSibling(settings.dataDir().getFileName() + ".properties");
  }

  private void writeProperties() {
    Properties properties = new Properties();
    properties.putAll(BrokerProperties.of(settings));
    try {
      Files.createDirectories(settings.dataDir());
      try (Writer writer =
          Files.newBufferedWriter(propertiesFile(settings), StandardCharsets.UTF_8)) {
        properties.store(writer, null);
      }
    } catch (IOException e) {
      throw new ProcessFailure("Kafka cannot start: " + e.getMessage(), e);
    }
  }
}
