package org.spineregistry.localstack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refused case leaves no value anywhere; accepted ones leave none in logs and metrics. */
class PrivacyST {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double OUT_OF_RANGE = 7773.1;

  /**
   * Would stand in a log, topic or page if anybody wrote a value or a header field of the refused
   * case.
   */
  private static final List<String> MARKERS =
      List.of("zqxfieldname", "zqxvalue", "site-zqxmarker", "surgeon-zqxmarker", "7773.1");

  private UserStack stack;

  @BeforeEach
  void start() {
    stack = UserStack.get();
  }

  @Test
  void oneAnswerNamesAllThreeProblemsAndNoValueIsAnywhere() throws Exception {
    HttpResponse<String> response =
        post(stack.services().get(0) + "/v1/cases", refusedCase().toString());
    assertThat(response.statusCode()).isEqualTo(422);
    JsonNode answer = JSON.readTree(response.body());
    assertThat(answer.get("outcome").asText()).isEqualTo("rejected");
    assertThat(answer.get("findings").findValuesAsText("code"))
        .contains("UNKNOWN_FIELD", "OUT_OF_RANGE", "SYMPTOMS_BEFORE_BIRTH");
    assertThat(answer.get("findings").findValuesAsText("field")).contains("bmi");

    assertNowhere(response.body(), "the answer");
    String topics = stack.topics().everything();
    assertNowhere(topics, "topics");
    assertThat(topics.contains(asAvro(OUT_OF_RANGE))).isFalse();
    // the reader would have found them: it finds what an accepted case left
    assertThat(topics.contains(firstCaseId())).isTrue();
    for (Path log : logs()) {
      assertNowhere(Files.readString(log), log.toString());
    }
    for (String service : stack.services()) {
      assertNowhere(get(service + "/prometheus"), service);
      assertNowhere(get(service + "/health"), service);
    }
    assertNowhere(stack.now().output(), "the screen");
  }

  @Test
  void logsAndMetricsHoldNoPseudonymOfTheCohort() throws Exception {
    List<String> lines = Files.readAllLines(Scene.cohort());
    List<String> ids =
        lines.subList(1, lines.size()).stream()
            .flatMap(line -> Stream.of(line.split(",", 4)).limit(3))
            .distinct()
            .toList();
    assertThat(ids).hasSizeGreaterThan(Scene.CASES);
    StringBuilder seen = new StringBuilder();
    for (Path log : logs()) {
      seen.append(Files.readString(log));
    }
    for (String service : stack.services()) {
      seen.append(get(service + "/prometheus"));
    }
    String text = seen.toString();
    assertThat(ids).noneMatch(text::contains);
  }

  private static ObjectNode refusedCase() {
    ObjectNode tree = JSON.createObjectNode();
    tree.putObject("header")
        .put("caseId", "0f4d3c2b-1a09-4e8d-9c7b-6a5f4e3d2c1b")
        .put("campaignId", Scene.CAMPAIGN)
        .put("siteId", "site-zqxmarker")
        .put("contributorId", "surgeon-zqxmarker")
        .put("revision", 1)
        .put("operationYear", 2021)
        .put("consentBasis", "NON_OPPOSITION");
    tree.put("ageYears", 19).put("sex", "FEMALE").put("bmi", OUT_OF_RANGE);
    tree.put("symptomDurationMonths", 400).put("primaryDiagnosis", "OTHER");
    tree.put("procedure", "SIJF").put("levelsCount", 0);
    return tree.put("zqxfieldname", "zqxvalue");
  }

  private List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.list(stack.data().resolve("logs"))) {
      List<Path> logs = files.toList();
      assertThat(logs).hasSizeGreaterThanOrEqualTo(7);
      return logs;
    }
  }

  private static void assertNowhere(String text, String where) {
    assertThat(MARKERS).as(where).noneMatch(text::contains);
  }

  private static String firstCaseId() throws IOException {
    return Files.readAllLines(Scene.cohort()).get(1).split(",", 2)[0];
  }

  /** Bytes of a double in Avro, as the reader of topics shows them. */
  private static String asAvro(double value) {
    byte[] bytes =
        ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN).putDouble(value).array();
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static HttpResponse<String> post(String url, String body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static String get(String url) throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(url)).GET().build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }
}
