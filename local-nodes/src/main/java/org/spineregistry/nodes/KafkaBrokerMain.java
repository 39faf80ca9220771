package org.spineregistry.nodes;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * Runs a broker in this JVM until SIGTERM. Argument: a file like Kafka's {@code server.properties}.
 */
public final class KafkaBrokerMain {
  /** Beginning of the line on standard output that says the broker answers. */
  static final String READY = "kafka-broker ready";

  private KafkaBrokerMain() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    formatOnce(file, Path.of(properties.getProperty("log.dirs")));
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-shutdown"));
    server.startup();
    System.out.println(READY + " " + properties.getProperty("advertised.listeners"));
    server.awaitShutdown();
  }

  /**
   * Formatting writes {@code meta.properties}, with the cluster id, last: a half formatted folder
   * is formatted again.
   */
  private static void formatOnce(Path configuration, Path dataDir) {
    if (Files.exists(dataDir.resolve("meta.properties"))) {
      return;
    }
    String[] format = {
      "format", "--cluster-id", Uuid.randomUuid().toString(), "--config", configuration.toString()
    };
    int code = StorageTool.execute(format, System.out);
    if (code != 0) {
      throw new IllegalStateException("formatting " + dataDir + " ended with " + code);
    }
  }
}
