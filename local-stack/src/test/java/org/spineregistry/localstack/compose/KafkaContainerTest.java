package org.spineregistry.localstack.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

/**
 * The broker's image turns {@code KAFKA_A_B} into the property {@code a.b}; the broker's own code
 * says whether it knows it.
 */
class KafkaContainerTest {
  private final ComposeService kafka = Compose.load().service("kafka").orElseThrow();

  @Test
  void everyKeyIsAPropertyOfTheBroker() {
    assertThat(properties().keySet())
        .isNotEmpty()
        .allMatch(key -> KafkaConfig.configNames().contains(key));
  }

  @Test
  void theBrokerAcceptsItsConfiguration() {
    KafkaConfig config = KafkaConfig.fromProps(asProperties(properties()));

    assertThat(config.autoCreateTopicsEnable()).isFalse();
    assertThat(config.nodeId()).isEqualTo(1);
  }

  @Test
  void aWrongConfigurationWouldBeNoticed() {
    Map<String, String> wrong = properties();
    wrong.put("inter.broker.listener.name", "OUTSIDE");

    assertThatThrownBy(() -> KafkaConfig.fromProps(asProperties(wrong)))
        .isInstanceOfAny(IllegalArgumentException.class, ConfigException.class);
  }

  @Test
  void hostAndContainersComeByTheListenersThatArePublishedForThem() {
    String advertised = properties().get("advertised.listeners");
    ComposeService.Port port = kafka.ports().get(0);

    assertThat(advertised).contains("HOST://127.0.0.1:" + port.host());
    assertThat(properties().get("listeners")).contains("HOST://:" + port.container());
    assertThat(advertised).contains("INSIDE://kafka:9092");
  }

  @Test
  void dataLiesOnTheVolume() {
    assertThat(kafka.mounts())
        .extracting(ComposeService.Mount::target)
        .containsExactly(properties().get("log.dirs"));
  }

  private Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>();
    kafka
        .environment()
        .forEach(
            (key, value) ->
                properties.put(
                    key.substring("KAFKA_".length()).toLowerCase(Locale.ROOT).replace('_', '.'),
                    value));
    properties.remove("heap.opts"); // read by the start script
    return properties;
  }

  private static Properties asProperties(Map<String, String> map) {
    Properties properties = new Properties();
    properties.putAll(map);
    return properties;
  }
}
