package org.spineregistry.localstack.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.nodes.process.ClassPath;
import org.spineregistry.schemas.topic.Topics;

/**
 * What the README says, done as it stands there but for folders and ports: a certification of real
 * data at three sizes, a case published by REST and on Kafka, payouts consumed, a dataset verified.
 */
class ReadmeST {
  private static final String ON_KAFKA = "7c0e6c3a-5d0e-4c1c-9c5e-1f6f2a7d9b11";
  private static int portBase;
  private static Started started;
  private static JsonNode summary;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    portBase = Scene.portBase();
    List<Object> play = new ArrayList<>();
    String command = Readme.line("./quickstart --once").replace(" --summary summary.json", "");
    for (String word : command.split(" ")) {
      if (word.endsWith(".csv")) {
        play.add(Readme.ROOT.resolve(word));
      } else if (!word.equals("./quickstart") && !word.equals("--once")) {
        play.add(word);
      }
    }
    started = Started.on(Scene.folder("readme"), "readme", portBase, play);
    summary = started.summary();
  }

  @AfterAll
  static void stop() {
    if (started != null) {
      started.interrupt();
    }
  }

  /**
   * 823 is the number of patients in the published table. Which of them are the first 125 or 800
   * depends on the brokers, so that these thresholds are far from where the verdict changes.
   */
  @Test
  void realDataIsRefusedWhileTooFewAndCertifiedThen() {
    assertThat(summary.get("submitted").asInt()).isEqualTo(823);
    assertThat(summary.get("accepted").asInt()).isEqualTo(823);
    assertThat(summary.get("rejected").asInt()).isZero();
    JsonNode cycles = summary.get("cycles");
    assertThat(cycles).extracting(c -> c.get("threshold").asInt()).containsExactly(125, 800);
    assertThat(cycles)
        .extracting(c -> c.get("verdict").asText())
        .containsExactly("REFUSED", "CERTIFIED");
    assertThat(cycles.get(0).get("datasets")).isEmpty();
    assertThat(cycles.get(1).get("datasets"))
        .extracting(d -> d.get("rows").asInt())
        .containsExactly(100, 1_000, 10_000, 100, 1_000, 10_000);
    assertThat(new Chain(started.rpcUrl()).memos())
        .containsExactlyInAnyOrderElementsOf(cycles.findValuesAsText("memo"));
  }

  @Test
  void aCaseIsPublishedByRest() throws Exception {
    String command = Readme.block("curl -s http://").replace(":18080", ":" + portBase);
    assertThat(bash(command)).contains("\"outcome\":\"accepted\"");
    assertThat(bash(command)).contains("\"outcome\":\"duplicate\"");
  }

  @Test
  void aCaseIsPublishedOnKafka() throws Exception {
    String statements =
        Readme.block("KafkaProducer")
            .replace("127.0.0.1:18086", kafka())
            .replace("http://127.0.0.1:18084/apis/ccompat/v7", registry());
    java("PublishCase", statements, ON_KAFKA);
    Topic topics = new Topic(kafka(), registry());
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                topics.cases(Topics.CASE_ACCEPTED).stream()
                    .map(record -> ((GenericRecord) record.get("header")).get("caseId").toString())
                    .anyMatch(ON_KAFKA::equals));
  }

  @Test
  void aRewardSystemFindsEveryPayout() throws Exception {
    String count = summary.at("/payouts/count").asText();
    String total = summary.at("/payouts/totalBaseUnits").asText();
    String statements = Readme.block("consumer.subscribe");
    assertThat(java("ConsumePayouts", statements, kafka(), registry(), count))
        .contains("paid " + count + " payouts, " + total + " base units");
  }

  @Test
  void aDatasetIsVerified() throws Exception {
    JsonNode cycle = summary.at("/cycles/1");
    String command =
        Readme.line("bin/spine verify DATASET")
            .replace("DATASET", cycle.at("/datasets/2/path").asText())
            .replace("certificate.json", cycle.get("certificate").asText())
            .replace("URL", started.rpcUrl())
            .replace("trust.json", Scene.folder("readme").resolve("trust.json").toString());
    assertThat(bash(command)).contains("All 5 checks hold.");
  }

  /** Runs statements inside the program of that name, with the options that the README names. */
  private String java(String program, String statements, String... args) throws Exception {
    String frame;
    try (InputStream in = getClass().getResourceAsStream("/readme/" + program + ".java.txt")) {
      frame = new String(in.readAllBytes(), UTF_8);
    }
    Path source = folder.resolve(program + ".java");
    Files.writeString(source, frame.replace("// README", statements));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(Readme.line("-Dorg.apache.avro."));
    command.addAll(List.of("-cp", ClassPath.current(), source.toString()));
    command.addAll(Arrays.asList(args));
    return run(command);
  }

  private String bash(String command) throws IOException, InterruptedException {
    return run(List.of("bash", "-euc", command));
  }

  private String run(List<String> command) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(Readme.ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String text = Files.readString(output, UTF_8);
    assertThat(process.exitValue()).as(text).isZero();
    return text;
  }

  private static String kafka() {
    return "127.0.0.1:" + (portBase + 6);
  }

  private static String registry() {
    return "http://127.0.0.1:" + (portBase + 4) + "/apis/ccompat/v7";
  }
}
