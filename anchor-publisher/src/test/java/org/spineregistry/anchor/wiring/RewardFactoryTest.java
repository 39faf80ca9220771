package org.spineregistry.anchor.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.anchor.Golden;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.artifact.ArtifactSettings;
import org.spineregistry.service.artifact.ArtifactStore;
import org.spineregistry.service.failure.DeadLetters;

class RewardFactoryTest {
  private static final TopicNames NAMES = TopicNames.plain();
  private static final SpineSerdes SERDES = SpineSerdes.registering("mock://RewardFactoryTest");

  /** The decisions together with the view, as the service builds them. */
  @Test
  void whatIsDeployedIsWhatWasReviewed(@TempDir Path artifacts) throws IOException {
    Topology deployed =
        RewardFactory.topology(
            NAMES,
            SERDES,
            new ArtifactStore(new ArtifactSettings(artifacts.toString())),
            new DeadLetters("test", NAMES, SERDES),
            new EventStamp("test"));

    isAsReviewed("/reward-topology.txt", deployed);
  }

  @Test
  void theOrderIsWhatWasReviewed() throws IOException {
    isAsReviewed("/reward-order-topology.txt", RewardFactory.order(NAMES, SERDES));
  }

  private void isAsReviewed(String file, Topology deployed) throws IOException {
    try (var golden = getClass().getResourceAsStream(file)) {
      assertThat(Golden.lines(deployed.describe().toString()))
          .isEqualTo(Golden.lines(new String(golden.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }
}
