package org.spineregistry.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.nodes.port.FreePort;

class BrokerPropertiesTest {
  @TempDir Path root;

  @Test
  void listensOnLoopbackOnly() {
    KafkaSettings settings = settings().withPorts(20_001, 20_002);

    Map<String, String> properties = BrokerProperties.of(settings);

    assertThat(properties)
        .containsEntry("listeners", "PLAINTEXT://127.0.0.1:20001,CONTROLLER://127.0.0.1:20002")
        .containsEntry("advertised.listeners", "PLAINTEXT://127.0.0.1:20001")
        .containsEntry("controller.quorum.voters", "1@127.0.0.1:20002");
  }

  @Test
  void usesNoNameThatKafkaDoesNotKnow() {
    ConfigDef known = KafkaConfig.configDef();

    assertThat(known.names()).containsAll(BrokerProperties.of(settings()).keySet());
  }

  @Test
  void isAcceptedByKafka() {
    KafkaConfig config = new KafkaConfig(BrokerProperties.of(settings()));

    assertThat(config.autoCreateTopicsEnable()).isFalse();
    assertThat(config.logDirs()).containsExactly(root.resolve("data/kafka").toString());
  }

  @Test
  void letsAnOverrideWin() {
    KafkaSettings settings =
        settings().withOverrides(Map.of("message.max.bytes", "2000", "num.io.threads", "1"));

    assertThat(BrokerProperties.of(settings))
        .containsEntry("message.max.bytes", "2000")
        .containsEntry("num.io.threads", "1");
  }

  private KafkaSettings settings() {
    return KafkaSettings.under(root, new FreePort());
  }
}
