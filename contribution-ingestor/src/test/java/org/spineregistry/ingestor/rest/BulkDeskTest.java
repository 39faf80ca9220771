package org.spineregistry.ingestor.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.spineregistry.ingestor.Samples.sacroiliac;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spineregistry.event.IntakeOutcome;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.service.health.Condition;
import reactor.core.publisher.Flux;

class BulkDeskTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();
  private final LoopbackKafka kafka = new LoopbackKafka();
  private final ExecutorService executor = Executors.newCachedThreadPool();

  @BeforeEach
  void start() {
    kafka.receipts.start();
    await().until(() -> kafka.receipts.condition() == Condition.WORKING);
  }

  @AfterEach
  void stop() {
    executor.shutdownNow();
    kafka.close();
  }

  private static IntakeSettings limits(int maxLines, int maxInFlight, int maxBulkRequests) {
    return new IntakeSettings(
        10_000, 1_000_000, maxLines, maxInFlight, maxBulkRequests, Duration.ofSeconds(1));
  }

  private BulkDesk bulk(Duration patience, IntakeSettings limits) {
    return new BulkDesk(kafka.desk(patience), limits, executor);
  }

  private static InputStream body(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static List<JsonNode> answers(BulkDesk bulk, InputStream body) throws IOException {
    List<JsonNode> answers = new ArrayList<>();
    for (byte[] line :
        Flux.from(bulk.take(body, Optional.empty())).collectList().block(Duration.ofSeconds(60))) {
      assertThat(line[line.length - 1]).isEqualTo((byte) '\n');
      answers.add(JSON.readTree(line));
    }
    return answers;
  }

  private static String cases(int from, int to) {
    StringBuilder lines = new StringBuilder();
    IntStream.range(from, to).forEach(n -> lines.append(sacroiliac(n, 1)).append('\n'));
    return lines.toString();
  }

  @Test
  void answersEachLineInOrder() throws IOException {
    String body = cases(0, 2) + "\n{\"a\":1,\"a\":2}\n" + cases(2, 3) + "[]";

    List<JsonNode> answers = answers(bulk(LONG, limits(100, 10, 1)), body(body));

    assertThat(answers).extracting(a -> a.get("line").asInt()).containsExactly(1, 2, 4, 5, 6);
    assertThat(answers)
        .extracting(a -> a.get("outcome").asText())
        .containsExactly("accepted", "accepted", "rejected", "accepted", "rejected");
    assertThat(answers.get(2).at("/findings/0/code").asText()).isEqualTo("NOT_DECODABLE");
  }

  @Test
  void keepsTheOrderWhenReceiptsComeInAnother() throws IOException {
    ConcurrentLinkedDeque<String> held = new ConcurrentLinkedDeque<>();
    kafka.decision =
        record -> {
          held.push(EventHeaders.eventId(record.headers()).orElseThrow());
          if (held.size() == 5) {
            held.forEach(id -> kafka.receipt(id, IntakeOutcome.ACCEPTED));
          }
          return null;
        };

    List<JsonNode> answers = answers(bulk(LONG, limits(100, 10, 1)), body(cases(0, 5)));

    assertThat(answers).extracting(a -> a.get("line").asInt()).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void sendsNoMoreThanItMayBeforeAnAnswerComes() throws IOException {
    AtomicInteger most = new AtomicInteger();
    kafka.decision =
        record -> {
          most.accumulateAndGet((int) kafka.receipts.details().get("waiting"), Math::max);
          return IntakeOutcome.ACCEPTED;
        };

    List<JsonNode> answers = answers(bulk(LONG, limits(1000, 3, 1)), body(cases(0, 200)));

    assertThat(answers).hasSize(200);
    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void stopsAtTheLimitOfLinesAndSaysSo() throws IOException {
    List<JsonNode> answers = answers(bulk(LONG, limits(2, 10, 1)), body(cases(0, 5)));

    assertThat(answers).hasSize(3);
    assertThat(answers.get(2).get("line").asInt()).isEqualTo(3);
    assertThat(answers.get(2).at("/findings/0/code").asText()).isEqualTo("TOO_LARGE");
    assertThat(answers.get(2).at("/findings/0/message").asText()).contains("all later ones");
    assertThat(kafka.sent()).hasSize(2);
  }

  @Test
  void stopsAtTheLimitOfBytesAndSaysSo() throws IOException {
    IntakeSettings limits = new IntakeSettings(10_000, 4_000, 100, 10, 1, Duration.ofSeconds(1));

    List<JsonNode> answers = answers(bulk(LONG, limits), body(cases(0, 5)));

    JsonNode last = answers.get(answers.size() - 1);
    assertThat(last.at("/findings/0/code").asText()).isEqualTo("TOO_LARGE");
    assertThat(answers).hasSizeLessThan(5);
  }

  @Test
  void answersWhatArrivedOfABodyThatBreaksOff() throws IOException {
    InputStream breaking =
        new java.io.SequenceInputStream(
            body(cases(0, 1)),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("MARKER");
              }
            });

    List<JsonNode> answers = answers(bulk(LONG, limits(100, 10, 1)), breaking);

    assertThat(answers).hasSize(2);
    assertThat(answers.get(0).get("outcome").asText()).isEqualTo("accepted");
    assertThat(answers.get(1).at("/findings/0/message").asText())
        .startsWith("The body did not arrive whole.");
    assertThat(answers.toString()).doesNotContain("MARKER");
  }

  @Test
  void stopsReadingWhenKafkaFallsSilent() throws IOException {
    kafka.decision = record -> null;

    List<JsonNode> answers =
        answers(bulk(Duration.ofMillis(100), limits(100, 2, 1)), body(cases(0, 50)));

    assertThat(answers).hasSizeLessThan(10);
    assertThat(answers).allSatisfy(a -> assertThat(a.get("outcome").asText()).isEqualTo("unknown"));
    assertThat(answers.get(0).at("/findings/0/code").asText()).isEqualTo("NOT_CONFIRMED");
    assertThat(answers.get(answers.size() - 1).at("/findings/0/code").asText())
        .isEqualTo("NOT_SENT");
  }

  @Test
  void servesSoManyRequestsAtATimeAndFreesThePlace() throws IOException {
    BulkDesk bulk = bulk(LONG, limits(100, 10, 1));
    var first = bulk.take(body(cases(0, 1)), Optional.empty());

    assertThatThrownBy(() -> bulk.take(body(""), Optional.empty()))
        .isInstanceOf(NoAnswer.class)
        .hasMessageContaining("Too many");

    Flux.from(first).blockLast(Duration.ofSeconds(30));
    assertThat(answers(bulk, body(cases(1, 2)))).hasSize(1);
  }
}
