package org.spineregistry.ingestor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.campaign.SacroiliacFusionCase;
import org.spineregistry.event.IntakeOutcome;
import org.spineregistry.nodes.KafkaNode;
import org.spineregistry.nodes.KafkaSettings;
import org.spineregistry.nodes.port.FreePort;
import org.spineregistry.nodes.process.ProcessGroup;

/**
 * The examples of {@code docs/intake.md}, run. A broker of its own, since they name topics without
 * a prefix.
 */
class DocumentIT {
  @TempDir static Path dir;
  private static ProcessGroup group;
  private static KafkaNode kafka;
  private static RunningIntake intake;

  @BeforeAll
  static void start() throws Exception {
    group = ProcessGroup.open();
    kafka = new KafkaNode(KafkaSettings.under(dir, new FreePort()), group);
    kafka.start();
    intake =
        new RunningIntake("", dir.resolve("state"), kafka.bootstrapServers()).install().start();
  }

  @AfterAll
  static void stop() {
    intake.close();
    group.close();
  }

  private static String run(String command) throws IOException, InterruptedException {
    String here = command.replace("http://127.0.0.1:8083", intake.uri("").toString());
    Process process =
        new ProcessBuilder("bash", "-ec", here)
            .directory(dir.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  @Test
  void itsCommandsDoWhatItSays() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed");
    IntakeDocument document = IntakeDocument.read();
    Files.writeString(dir.resolve("case.json"), document.example("case.json"));
    List<String> commands = document.commands();
    assertThat(commands).hasSize(4);

    assertThat(run(commands.get(0))).contains("sacroiliac-fusion").contains("odiBaseline");
    assertThat(run(commands.get(1))).contains("\"outcome\":\"accepted\"");
    assertThat(run(commands.get(2))).contains("\"line\":1").contains("\"outcome\":\"duplicate\"");
    assertThat(run(commands.get(3))).contains("\"outcome\":\"withdrawn\"");
  }

  @Test
  void itsProgramPublishesACase() throws Exception {
    String eventId = UUID.randomUUID().toString();
    SacroiliacFusionCase record =
        (SacroiliacFusionCase)
            SpecificData.get()
                .deepCopy(
                    SacroiliacFusionCase.getClassSchema(), Samples.avro(Samples.sacroiliac(1, 1)));

    PublishExample.publish(
        kafka.bootstrapServers(),
        intake.registryUrl(),
        eventId,
        record.getHeader().getCaseId(),
        record);

    assertThat(new SubmissionFeed(intake).receipt(eventId).getOutcome())
        .isEqualTo(IntakeOutcome.ACCEPTED);
  }
}
