package org.spineregistry.certification.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.streams.StoreQueries;

/** Streams that never reaches a broker: before its start, and after its end. */
class ViewsTest {
  @TempDir private Path state;

  @Test
  void nothingIsReadyBeforeStreamsHasStarted() {
    try (KafkaStreams streams = streams()) {
      notReady(new Views(streams));
    }
  }

  @Test
  void nothingIsReadyWhenStreamsHasStopped() {
    KafkaStreams streams = streams();
    streams.close();

    assertThat(streams.state()).isEqualTo(State.NOT_RUNNING);
    notReady(new Views(streams));
  }

  /** The controller answers this exception, and no other, by 503. */
  private static void notReady(Views views) {
    assertThatThrownBy(() -> views.cycle("c")).isInstanceOf(StoreQueries.NotReady.class);
    assertThatThrownBy(() -> views.cycles(null, 1, row -> true))
        .isInstanceOf(StoreQueries.NotReady.class);
    assertThatThrownBy(views::sizes).isInstanceOf(StoreQueries.NotReady.class);
  }

  private KafkaStreams streams() {
    StreamsBuilder builder = new StreamsBuilder();
    new ViewTopology(TopicNames.plain(), SpineSerdes.registering("mock://ViewsTest"))
        .addTo(builder);
    Topology topology = builder.build();
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "views");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    return new KafkaStreams(topology, properties);
  }
}
