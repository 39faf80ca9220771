package org.spineregistry.synthesis.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.gate.Direction;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;
import org.spineregistry.synthesis.metric.Interval;

class ReportJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void reportsOfEveryVerdictKeepTheSchema() throws IOException {
    JsonSchema schema = schema();

    assertThat(schema.validate(tree(ReportSamples.certified()))).isEmpty();
    assertThat(schema.validate(tree(ReportSamples.refused()))).isEmpty();
    assertThat(schema.validate(tree(brokenRun()))).isEmpty();
  }

  @Test
  void theSchemaKnowsEveryFieldAndNoOther() throws IOException {
    ObjectNode report = (ObjectNode) tree(ReportSamples.refused());
    report.put("score", 0.9);
    ObjectNode without = (ObjectNode) tree(ReportSamples.refused());
    without.remove("statements");

    assertThat(schema().validate(report)).hasSize(1);
    assertThat(schema().validate(without)).hasSize(1);
  }

  @Test
  void theSameContentGivesTheSameBytes() {
    assertThat(ReportJson.write(ReportSamples.refused()))
        .isEqualTo(ReportJson.write(ReportSamples.refused()))
        .endsWith('\n');
  }

  @Test
  void aValueThatIsNotFiniteIsNull() throws IOException {
    GateResult gate =
        new GateResult(
            "P4",
            "t",
            null,
            0.09,
            Direction.AT_MOST,
            Verdict.NOT_CERTIFIABLE,
            new Interval(-1, Double.POSITIVE_INFINITY),
            "");
    JsonNode json = tree(with(List.of(gate))).at("/gates/0/gates/0");

    assertThat(json.get("value").isNull()).isTrue();
    assertThat(json.get("lower").asDouble()).isEqualTo(-1);
    assertThat(json.get("upper").isNull()).isTrue();
  }

  @Test
  void theDocumentDescribesEveryField() throws IOException {
    String document = Files.readString(Path.of("../docs/report.md"), UTF_8);
    List<String> fields = new ArrayList<>();
    fields(JSON.readTree(resource()), "", fields);

    assertThat(fields).hasSizeGreaterThan(70);
    assertThat(fields).allSatisfy(field -> assertThat(document).contains("| `" + field + "` |"));
  }

  private static void fields(JsonNode schema, String path, List<String> fields) {
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String field = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
              fields.add(field);
              fields(property.getValue(), field, fields);
              fields(property.getValue().path("items"), field + "[]", fields);
            });
  }

  private static ReportContent brokenRun() {
    return with(List.of());
  }

  private static ReportContent with(List<GateResult> gates) {
    return new ReportContent(
        new ReportHead(
            "file.csv",
            61,
            3,
            0,
            "rigorous",
            "1",
            null,
            ReportVerdict.ENGINE_FAULT,
            null,
            "e",
            List.of()),
        GateSection.rigorous(gates),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static JsonNode tree(ReportContent content) throws IOException {
    return JSON.readTree(ReportJson.write(content));
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(JSON.readTree(resource()));
  }

  private static byte[] resource() throws IOException {
    return ReportJson.class.getResourceAsStream(ReportJson.SCHEMA).readAllBytes();
  }
}
