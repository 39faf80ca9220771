package org.spineregistry.certification.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;
import org.spineregistry.certification.Golden;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.config.KafkaClients;
import org.spineregistry.service.config.KafkaSettings;
import org.spineregistry.service.config.TopicSettings;
import org.spineregistry.service.failure.DeadLetters;
import org.spineregistry.service.streams.StreamsSettings;

class StreamsFactoryTest {
  private static final TopicNames NAMES = TopicNames.plain();
  private static final SpineSerdes SERDES = SpineSerdes.registering("mock://StreamsFactoryTest");

  /** All three topologies, with the properties that the service runs with. */
  @Test
  void whatIsDeployedIsWhatWasReviewed() throws IOException {
    Topology deployed =
        StreamsFactory.topology(NAMES, SERDES, new EventStamp("test"), properties());

    try (var golden = getClass().getResourceAsStream("/certification-topology.txt")) {
      assertThat(Golden.lines(deployed.describe().toString()))
          .isEqualTo(Golden.lines(new String(golden.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }

  private static Properties properties() {
    return StreamsFactory.properties(
        new KafkaClients(new KafkaSettings("none:1", null), new TopicSettings("")),
        new StreamsSettings("state", 1, 1, 8, Duration.ofSeconds(1)),
        new DeadLetters("test", NAMES, SERDES));
  }
}
