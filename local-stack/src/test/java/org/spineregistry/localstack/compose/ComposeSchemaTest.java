package org.spineregistry.localstack.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The form of the compose file. The schema is our own: a strict subset of the Compose format in
 * which a misspelt key is an error, and which demands pinned images, health checks, loopback ports
 * and bounded logs.
 */
class ComposeSchemaTest {
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(
              ComposeSchemaTest.class.getResourceAsStream("/compose/compose-subset.schema.json"));

  @Test
  void theFileIsOfTheDeclaredForm() {
    assertThat(problems(Project.read(Compose.FILE))).isEmpty();
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "environment:                  | enviroment:",
        "apache/kafka:4.3.1            | apache/kafka:latest",
        "apache/kafka:4.3.1            | apache/kafka",
        "prom/prometheus:v3.13.1       | prom/prometheus:v3",
        "127.0.0.1:9092:9094           | 9092:9094",
        "127.0.0.1:9092:9094           | 0.0.0.0:9092:9094",
        "read_only: true               | read_only: false",
        "cap_drop: [ALL]               | cap_drop: [NET_RAW]",
        "cap_drop: [ALL]               | privileged: true",
        "no-new-privileges:true        | seccomp:unconfined",
        "'SPINE_HTTP_PORT: \"8085\"'   | SPINE_HTTP_PORT: 8085",
        "./ops/prometheus:/etc/prometheus:ro | ./ops/prometheus:/etc/prometheus",
        "./secrets/cohort-key          | ./config/cohort-key",
        "'restart: \"no\"'             | restart: unless-stopped",
        "service_completed_successfully | service_started",
        "healthcheck: { disable: true } | logging: *logging",
        "MAIN: org.spineregistry.review.ReviewApplication | MAIN: ''",
        "start_period: 40s             | start_period: 40"
      })
  void refusesWhatTheRulesForbid(String good, String bad) {
    String file = Project.read(Compose.FILE);
    assertThat(file).contains(good);

    assertThat(problems(file.replace(good, bad))).isNotEmpty();
  }

  private static List<String> problems(String file) {
    return SCHEMA.validate(new ObjectMapper().valueToTree(Yaml.parse(file))).stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }
}
