package org.spineregistry.cli.topics;

import java.util.Properties;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.schemas.topic.TopicNames;
import picocli.CommandLine.Option;

/** Options that name one installation. */
public final class Installation {
  @Option(
      names = "--kafka",
      required = true,
      paramLabel = "HOST:PORT",
      description = "Kafka brokers, several separated by commas.")
  private String kafka;

  @Option(
      names = "--registry",
      required = true,
      paramLabel = "URL",
      description =
          "Confluent API of the schema registry, for example http://127.0.0.1:8081/apis/ccompat/v7.")
  private String registry;

  @Option(
      names = "--prefix",
      paramLabel = "PREFIX",
      defaultValue = "",
      description = "Prefix of all topics; ends in a dot. Default: none.")
  private String prefix;

  /** Filled by the command line. */
  public Installation() {}

  /** An installation that a program names. */
  public Installation(String kafka, String registry, String prefix) {
    this.kafka = kafka;
    this.registry = registry;
    this.prefix = prefix;
  }

  /** Brokers, {@code host:port} separated by commas. */
  public String kafka() {
    if (!kafka.matches("[^\\s,:]+:\\d{1,5}(,[^\\s,:]+:\\d{1,5})*")) {
      throw UserProblem.input("--kafka: host:port, several separated by commas");
    }
    return kafka;
  }

  /** Base address of the registry's Confluent API. */
  public String registry() {
    if (!registry.matches("(https?|mock)://\\S+")) {
      throw UserProblem.input("--registry: an http or https address");
    }
    return registry;
  }

  /** Names of the topics. */
  public TopicNames names() {
    try {
      return new TopicNames(prefix);
    } catch (IllegalArgumentException e) {
      throw UserProblem.input("--prefix: " + e.getMessage());
    }
  }

  /** Properties of a client that gives up soon enough for somebody who waits. */
  public Properties client() {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", kafka());
    properties.put("request.timeout.ms", "8000");
    properties.put("default.api.timeout.ms", "15000");
    return properties;
  }

  /** The same for a producer whose records are on all replicas before they count. */
  public Properties producer() {
    Properties properties = client();
    properties.put("acks", "all");
    properties.put("enable.idempotence", "true");
    properties.put("delivery.timeout.ms", "15000");
    properties.put("max.block.ms", "15000");
    return properties;
  }
}
