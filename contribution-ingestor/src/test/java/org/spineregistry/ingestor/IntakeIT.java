package org.spineregistry.ingestor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.ingestor.RunningIntake.json;
import static org.spineregistry.ingestor.Samples.SIJ;
import static org.spineregistry.ingestor.Samples.caseId;
import static org.spineregistry.ingestor.Samples.header;
import static org.spineregistry.ingestor.Samples.lumbar;
import static org.spineregistry.ingestor.Samples.sacroiliac;
import static org.spineregistry.schemas.topic.Topics.CASE_ACCEPTED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.schemas.topic.CampaignPartitions;

/** Intake by REST against a real broker and registry. */
class IntakeIT {
  private static final AtomicInteger NEXT = new AtomicInteger();
  @TempDir static Path dir;
  private static RunningIntake intake;

  @BeforeAll
  static void start() throws Exception {
    intake =
        new RunningIntake(IntakeIT.class, dir)
            .with("spine.intake.max-body-bytes", 4_000_000)
            .install()
            .start();
  }

  @AfterAll
  static void stop() {
    intake.close();
  }

  /** A case of its own for each test. */
  private static ObjectNode fresh() {
    return sacroiliac(NEXT.incrementAndGet(), 1);
  }

  private static String id(JsonNode tree) {
    return tree.at("/header/caseId").asText();
  }

  private static List<String> codes(JsonNode answer) {
    List<String> codes = new ArrayList<>();
    answer.get("findings").forEach(finding -> codes.add(finding.get("code").asText()));
    return codes;
  }

  private static List<ConsumerRecord<byte[], byte[]>> accepted(String caseId) {
    return intake.read(CASE_ACCEPTED).stream()
        .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(caseId))
        .toList();
  }

  @Test
  void aGoodCaseIsAcceptedIntoThePartitionOfItsCampaign() throws Exception {
    ObjectNode sij = fresh();
    ObjectNode lumbar = lumbar();
    header(lumbar).put("caseId", caseId(NEXT.incrementAndGet()));

    HttpResponse<String> answer = intake.submit(sij);
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(json(answer).get("outcome").asText()).isEqualTo("accepted");
    assertThat(json(answer).get("caseId").asText()).isEqualTo(id(sij));
    assertThat(json(answer).get("findings")).isEmpty();
    assertThat(intake.submit(lumbar).statusCode()).isEqualTo(201);

    assertThat(accepted(id(sij)))
        .singleElement()
        .satisfies(r -> assertThat(r.partition()).isEqualTo(partition(SIJ)));
    assertThat(accepted(id(lumbar)))
        .singleElement()
        .satisfies(r -> assertThat(r.partition()).isEqualTo(partition(Samples.LUMBAR)));
  }

  private static int partition(String campaignId) {
    return CampaignPartitions.of(campaignId, CASE_ACCEPTED.partitions());
  }

  @Test
  void oneAnswerNamesAnUnknownFieldAValueOutOfRangeAndABrokenRule() throws Exception {
    ObjectNode tree = fresh();
    tree.put("surgeonRemark", "QQMARKER7").put("bmi", 98.7).put("priorLumbarFusion", true);

    HttpResponse<String> answer = intake.submit(tree);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(codes(json(answer)))
        .containsExactly("UNKNOWN_FIELD", "OUT_OF_RANGE", "PRIOR_FUSION_COUNT");
    JsonNode range = json(answer).at("/findings/1");
    assertThat(range.get("field").asText()).isEqualTo("bmi");
    assertThat(range.get("level").asText()).isEqualTo("REJECT");
    assertThat(range.get("message").asText()).isEqualTo("Must be from 12 to 70 (kg/m2).");
    assertThat(answer.body()).doesNotContain("QQMARKER7").doesNotContain("98.7");
    assertThat(accepted(id(tree))).isEmpty();
  }

  @Test
  void anOddCaseIsAcceptedAndAsked() throws Exception {
    ObjectNode tree = fresh();
    tree.put("bmi", 51.5);

    HttpResponse<String> answer = intake.submit(tree);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).get("outcome").asText()).isEqualTo("queried");
    assertThat(codes(json(answer))).containsExactly("BMI_EXTREME");
    assertThat(accepted(id(tree))).hasSize(1);
  }

  @Test
  void aRepeatedCaseCountsOnceAndAChangedOneIsAConflict() throws Exception {
    ObjectNode tree = fresh();
    intake.submit(tree);

    HttpResponse<String> again = intake.submit(tree);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(json(again).get("outcome").asText()).isEqualTo("duplicate");

    tree.put("odi3m", 40);
    HttpResponse<String> changed = intake.submit(tree);
    assertThat(changed.statusCode()).isEqualTo(422);
    assertThat(codes(json(changed))).containsExactly("REVISION_CONFLICT");

    header(tree).put("revision", 2);
    assertThat(codes(json(intake.submit(tree)))).containsExactly("CORRECTION_NOT_DECLARED");
    header(tree).put("correctionOf", 1);
    assertThat(intake.submit(tree).statusCode()).isEqualTo(201);
    assertThat(accepted(id(tree))).hasSize(2);
  }

  @Test
  void aWithdrawnCaseLeavesATombstoneAndStaysOut() throws Exception {
    ObjectNode tree = fresh();
    String address = "/v1/cases/" + id(tree) + "/withdrawal";
    String body = "{\"reason\":\"CONSENT_REVOKED\"}";
    intake.submit(tree);

    HttpResponse<String> answer = intake.post(address, "application/json", body);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).get("outcome").asText()).isEqualTo("withdrawn");
    assertThat(codes(json(answer))).isEmpty();

    List<ConsumerRecord<byte[], byte[]>> records = accepted(id(tree));
    assertThat(records).hasSize(2);
    assertThat(records.get(1).value()).isNull();
    assertThat(records.get(1).partition()).isEqualTo(records.get(0).partition());
    header(tree).put("revision", 2);
    assertThat(codes(json(intake.submit(tree)))).containsExactly("CASE_WITHDRAWN");
    assertThat(intake.post(address, "application/json", body).statusCode()).isEqualTo(200);
  }

  @Test
  void aWithdrawalSaysWhatIsWrongWithIt() throws Exception {
    String unknown = "/v1/cases/" + caseId(NEXT.incrementAndGet()) + "/withdrawal";
    JsonNode answer = json(intake.post(unknown, "application/json", "{\"reason\":\"OTHER\"}"));
    assertThat(codes(answer)).containsExactly("UNKNOWN_CASE");

    HttpResponse<String> why = intake.post(unknown, "application/json", "{\"reason\":\"x\"}");
    assertThat(why.statusCode()).isEqualTo(400);
    assertThat(json(why).get("code").asText()).isEqualTo("NOT_IN_LIST");
  }

  @Test
  void manyCasesAreAnsweredLineByLineInOrder() throws Exception {
    StringBuilder lines = new StringBuilder();
    int first = NEXT.getAndAdd(1000) + 1;
    for (int n = 0; n < 1000; n++) {
      ObjectNode tree = sacroiliac(first + n, 1);
      if (n % 10 == 3) {
        tree.put("bmi", 99.9);
      }
      lines.append(tree).append('\n');
    }

    List<JsonNode> answers = intake.bulk(lines.toString());

    assertThat(answers).hasSize(1000);
    for (int n = 0; n < 1000; n++) {
      assertThat(answers.get(n).get("line").asInt()).isEqualTo(n + 1);
      assertThat(answers.get(n).get("caseId").asText()).isEqualTo(caseId(first + n));
      assertThat(answers.get(n).get("outcome").asText())
          .isEqualTo(n % 10 == 3 ? "rejected" : "accepted");
    }
  }

  @Test
  void whatIsNotJsonIsNamedWithoutBeingRepeated() throws Exception {
    HttpResponse<String> answer =
        intake.post("/v1/cases", "application/json", "{\"QQMARKER7\": QQMARKER7}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("code").asText()).isEqualTo("NOT_DECODABLE");
    assertThat(answer.body()).doesNotContain("QQMARKER7");
  }

  @Test
  void aCaseOrABodyThatIsTooLargeIsRefusedAndTheConnectionStaysUsable() throws Exception {
    String large = "{\"a\":\"" + "x".repeat(70_000) + "\"}";
    assertThat(intake.post("/v1/cases", "application/json", large).statusCode()).isEqualTo(413);
    JsonNode line = intake.bulk(large + "\n").get(0);
    assertThat(codes(line)).containsExactly("TOO_LARGE");
    assertThat(
            intake.post("/v1/cases", "application/x-ndjson", "{}\n".repeat(1_400_000)).statusCode())
        .isEqualTo(413);
    assertThat(intake.submit(fresh()).statusCode()).isEqualTo(201);
  }

  @Test
  void anotherContentTypeIsToldWhichThereAre() throws Exception {
    HttpResponse<String> answer = intake.post("/v1/cases", "text/csv", "a,b");
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(json(answer).get("title").asText())
        .contains("application/json")
        .contains("application/x-ndjson");
    assertThat(intake.postWithoutContentType("/v1/cases", "{}").statusCode()).isEqualTo(415);
  }

  @Test
  void tellsWhatMayBeSent() throws Exception {
    JsonNode campaigns = json(intake.get("/v1/campaigns")).get("campaigns");
    assertThat(campaigns).extracting(c -> c.get("id").asText()).contains(SIJ, "periodontal");

    JsonNode dictionary = json(intake.get("/v1/campaigns/" + SIJ + "/dictionary"));
    assertThat(dictionary.get("variables")).hasSize(50);
    JsonNode bmi = dictionary.at("/variables/2");
    assertThat(bmi.toString())
        .contains("\"name\":\"bmi\"")
        .contains("\"min\":12.0")
        .contains("\"max\":70.0")
        .contains("\"decimals\":1")
        .contains("\"unit\":\"kg/m2\"");
    assertThat(dictionary.get("rules")).hasSizeGreaterThan(20);
    assertThat(intake.get("/v1/campaigns/none/dictionary").statusCode()).isEqualTo(404);
  }

  @Test
  void metricsMoveAndHealthIsTold() throws Exception {
    ObjectNode tree = fresh();
    tree.put("sex", "jean.dupont@chu.example.fr");
    intake.submit(tree);
    intake.submit(fresh());

    String page = intake.get("/prometheus").body();
    assertThat(page)
        .containsPattern(
            "spine_cases_total\\{campaign=\"sacroiliac-fusion\",code=\"none\",outcome=\"accepted\"[^}]*\\} [1-9]")
        .containsPattern(
            "spine_cases_total\\{campaign=\"sacroiliac-fusion\",code=\"NOT_IN_LIST\",outcome=\"rejected\"[^}]*\\} [1-9]")
        .containsPattern("spine_identifier_hits_total\\{detector=\"EMAIL\"[^}]*\\} [1-9]")
        .contains("kafka_stream_")
        .contains("kafka_producer_");
    assertThat(intake.get("/health/liveness").statusCode()).isEqualTo(200);
    assertThat(intake.get("/health").body()).contains("receipts");
  }
}
