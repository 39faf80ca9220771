package org.spineregistry.ingestor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.spineregistry.ingestor.RunningIntake.json;
import static org.spineregistry.ingestor.Samples.sacroiliac;
import static org.spineregistry.schemas.topic.Topics.CASE_ACCEPTED;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.nodes.KafkaNode;
import org.spineregistry.nodes.KafkaSettings;
import org.spineregistry.nodes.port.FreePort;
import org.spineregistry.nodes.process.ProcessGroup;

/** Kafka goes away under a running service, and comes back. */
class OutageIT {
  @TempDir Path dir;

  @Test
  void saysThatItCannotTellAndTakesTheSameCaseOnceWhenKafkaIsBack() throws Exception {
    try (ProcessGroup group = ProcessGroup.open()) {
      KafkaNode kafka = new KafkaNode(KafkaSettings.under(dir, new FreePort()), group);
      kafka.start();
      try (RunningIntake intake =
          new RunningIntake("outage.", dir.resolve("state"), kafka.bootstrapServers())
              .with("spine.intake.answer-timeout", "2s")
              .install()
              .start()) {
        assertThat(intake.submit(sacroiliac(1, 1)).statusCode()).isEqualTo(201);
        kafka.process().kill();

        HttpResponse<String> answer = intake.submit(sacroiliac(2, 1));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(json(answer).get("title").asText())
            .contains("may still be processed")
            .contains("counts once");
        List<JsonNode> bulk = intake.bulk(sacroiliac(3, 1) + "\n" + sacroiliac(4, 1) + "\n");
        assertThat(bulk).extracting(a -> a.get("outcome").asText()).containsOnly("unknown");

        kafka.process().restart();
        await()
            .atMost(Duration.ofSeconds(90))
            .until(() -> List.of(200, 201).contains(intake.submit(sacroiliac(2, 1)).statusCode()));
        assertThat(
                intake.read(CASE_ACCEPTED).stream()
                    .filter(
                        r -> new String(r.key(), StandardCharsets.UTF_8).equals(Samples.caseId(2))))
            .hasSize(1);
      }
    }
  }
}
