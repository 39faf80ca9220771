package org.spineregistry.ingestor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.spineregistry.ingestor.Samples.SIJ;
import static org.spineregistry.ingestor.Samples.as;
import static org.spineregistry.ingestor.Samples.avro;
import static org.spineregistry.ingestor.Samples.caseId;
import static org.spineregistry.ingestor.Samples.extended;
import static org.spineregistry.ingestor.Samples.header;
import static org.spineregistry.ingestor.Samples.sacroiliac;
import static org.spineregistry.schemas.topic.Topics.CASE_RECEIPT;
import static org.spineregistry.schemas.topic.Topics.CASE_SUBMITTED;
import static org.spineregistry.schemas.topic.Topics.CASE_WITHDRAWN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.Topics;

/**
 * Refused values go nowhere: markers in every place of a submission, searched in every place that
 * something is written to.
 */
class PrivacyIT {
  private static final String MARKER = "QQMARKER7";
  private static final double NUMBER = 8675309.25;
  private static final byte[] NUMBER_IN_AVRO =
      ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(NUMBER).array();

  @TempDir Path dir;

  @Test
  void noMarkerLeavesIntake() throws Exception {
    try (CapturedLog log = new CapturedLog();
        RunningIntake intake = new RunningIntake(PrivacyIT.class, dir).install().start()) {
      StringBuilder answers = new StringBuilder();
      sendByRest(intake, answers);
      int onKafka = sendByKafka(intake);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> intake.read(CASE_RECEIPT).size() >= onKafka);

      assertClean("answers", answers.toString());
      assertClean("log", log.text());
      assertClean("metrics", intake.get("/prometheus").body());
      assertClean("health", intake.get("/health").body());
      List<Topic> written =
          Topics.ALL.stream()
              .filter(t -> !t.equals(CASE_SUBMITTED) && !t.equals(CASE_WITHDRAWN))
              .toList();
      for (Topic topic : written) {
        intake.read(topic).forEach(record -> assertClean(topic.name(), text(record)));
      }
      assertThat(answers.toString()).contains("UNKNOWN_FIELD").contains("NOT_IN_LIST");
      assertThat(log.text()).contains("record became a dead letter");
    }
  }

  private static void assertClean(String where, String text) {
    assertThat(text.contains(MARKER)).as("text marker in " + where).isFalse();
    assertThat(text.contains("8675309")).as("number marker in " + where).isFalse();
    assertThat(text.contains(latin1(NUMBER_IN_AVRO))).as("Avro marker in " + where).isFalse();
  }

  private static String latin1(byte[] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String text(ConsumerRecord<byte[], byte[]> record) {
    StringBuilder text = new StringBuilder(latin1(record.key())).append(latin1(record.value()));
    for (Header header : record.headers()) {
      text.append(header.key()).append(latin1(header.value()));
    }
    return text.toString();
  }

  private static void sendByRest(RunningIntake intake, StringBuilder answers) throws Exception {
    StringBuilder lines = new StringBuilder();
    marked().forEach(tree -> lines.append(tree).append('\n'));
    lines.append("{\"").append(MARKER).append("\":\n");
    lines.append('"').append(MARKER).append("\"\n");
    answers.append(intake.bulk(lines.toString()));
    for (JsonNode tree : marked().limit(3).toList()) {
      answers.append(intake.submit(tree).body());
    }
    for (String body :
        List.of("{\"" + MARKER, MARKER, "{\"" + MARKER + "\":1,\"" + MARKER + "\":1}")) {
      answers.append(intake.post("/v1/cases", "application/json", body).body());
      answers.append(intake.post("/v1/cases", "text/plain", body).body());
      answers.append(intake.post("/v1/cases?q=" + MARKER, "application/json", body).body());
      String address = "/v1/cases/" + MARKER + "/withdrawal";
      answers.append(intake.post(address, "application/json", body).body());
    }
    String address = "/v1/cases/" + caseId(1) + "/withdrawal";
    String reason = "{\"reason\":\"" + MARKER + "\"}";
    answers.append(intake.post(address, "application/json", reason).body());
    answers.append(intake.get("/v1/campaigns/" + MARKER + "/dictionary").body());
    answers.append(intake.get("/" + MARKER).body());
  }

  /** A case for each place: a text or number where it does not belong. */
  private static Stream<ObjectNode> marked() {
    DataDictionary dictionary = Samples.dictionary(SIJ);
    List<ObjectNode> cases = new ArrayList<>();
    dictionary
        .variables()
        .forEach(
            variable -> {
              cases.add(fresh(cases).put(variable.name(), MARKER));
              cases.add(fresh(cases).put(variable.name(), NUMBER));
              ObjectNode reason = fresh(cases);
              reason.putObject("missing").put(variable.name(), MARKER);
              cases.add(reason);
            });
    dictionary
        .header()
        .forEach(
            field -> {
              ObjectNode tree = fresh(cases);
              header(tree).put(field.name(), MARKER);
              cases.add(tree);
            });
    ObjectNode unknown = fresh(cases).put(MARKER, 1).put("remark", MARKER).put("n", NUMBER);
    header(unknown).put(MARKER, MARKER);
    unknown.putObject("missing").put(MARKER, MARKER);
    unknown.putObject("deep").putArray("list").add(MARKER).addObject().put(MARKER, NUMBER);
    cases.add(unknown);
    return cases.stream();
  }

  private static ObjectNode fresh(List<ObjectNode> before) {
    return sacroiliac(1000 + before.size(), 1);
  }

  private static int sendByKafka(RunningIntake intake) {
    String topic = intake.names.of(CASE_SUBMITTED);
    SpineSerdes registering = SpineSerdes.registering(intake.registryUrl());
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    GenericRecord good = avro(sacroiliac(1, 1));
    byte[] value = registering.cases().serializer().serialize(topic, good);
    byte[] key = bytes(caseId(1));
    for (String name :
        List.of(
            "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time", "traceparent", MARKER, "x")) {
      ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key, value);
      String content = name.equals("ce_source") || name.equals("ce_type") ? " " + MARKER : MARKER;
      record.headers().add(name, bytes(content));
      records.add(record);
    }
    records.add(new ProducerRecord<>(topic, bytes(MARKER), value));
    records.add(
        new ProducerRecord<>(
            topic, key, registering.cases().serializer().serialize(topic, unknownField(good))));
    GenericRecord range = avro(sacroiliac(1, 1));
    range.put("bmi", NUMBER);
    records.add(
        new ProducerRecord<>(topic, key, registering.cases().serializer().serialize(topic, range)));
    int receipts = records.size();
    records.add(new ProducerRecord<>(topic, key, bytes(MARKER)));
    intake.send(records);
    return receipts;
  }

  private static GenericRecord unknownField(GenericRecord good) {
    GenericRecord record =
        as(
            extended(
                SIJ,
                "{\"name\":\"" + MARKER + "\",\"type\":[\"null\",\"string\"],\"default\":null}"),
            good);
    record.put(MARKER, MARKER);
    return record;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
