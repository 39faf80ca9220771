package org.spineregistry.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.spineregistry.service.streams.StreamsSettings;

class SettingsTest {
  private static final Map<String, Object> GOOD =
      Map.of(
          "spine.kafka.bootstrap-servers", "127.0.0.1:9092",
          "spine.registry.url", "http://127.0.0.1:8081/apis/ccompat/v7",
          "spine.kafka.properties.security.protocol", "SSL",
          "spine.topics.prefix", "eu-1.",
          "spine.streams.threads", "3");

  @Test
  void everyKeyChangesWhatItSays() {
    try (ApplicationContext context = ApplicationContext.run(GOOD)) {
      KafkaClients clients = context.getBean(KafkaClients.class);
      Properties consumer = clients.consumer("group");
      assertThat(consumer)
          .containsEntry("bootstrap.servers", "127.0.0.1:9092")
          .containsEntry("security.protocol", "SSL")
          .containsEntry("group.id", "eu-1.group")
          .containsEntry("isolation.level", "read_committed")
          .containsEntry("enable.auto.commit", false);
      assertThat(clients.transactionalProducer("writer"))
          .containsEntry("transactional.id", "eu-1.writer");
      assertThat(context.getBean(StreamsSettings.class).threads()).isEqualTo(3);
      assertThat(context.getBean(TopicSettings.class).names().prefix()).isEqualTo("eu-1.");
      assertThat(context.getBean(RegistrySettings.class).url()).endsWith("/v7");
    }
  }

  @Test
  void aWrongValueNamesItsKeyAndTheRule() {
    assertThatThrownBy(() -> new KafkaSettings("nowhere", null))
        .hasMessageContaining("spine.kafka.bootstrap-servers")
        .hasMessageContaining("host:port");
    assertThatThrownBy(() -> new RegistrySettings("ftp://x"))
        .hasMessageContaining("spine.registry.url");
    assertThatThrownBy(() -> new TopicSettings("Bad_Prefix"))
        .hasMessageContaining("spine.topics.prefix");
    assertThatThrownBy(() -> new StreamsSettings("state", 0, 1, 1, java.time.Duration.ofSeconds(1)))
        .hasMessageContaining("spine.streams.threads");
  }
}
