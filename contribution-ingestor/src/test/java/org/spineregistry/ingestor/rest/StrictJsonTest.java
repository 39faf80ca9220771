package org.spineregistry.ingestor.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.ingestor.Samples;
import org.spineregistry.ingestor.code.IntakeCode;

class StrictJsonTest {
  private final StrictJson json = new StrictJson();

  private NotJson problem(String text) {
    return problem(text.getBytes(UTF_8));
  }

  private NotJson problem(byte[] bytes) {
    NotJson problem = catchThrowableOfType(NotJson.class, () -> json.read(bytes));
    assertThat(problem).as("refused").isNotNull();
    assertThat(problem.getMessage()).doesNotContain("MARKER");
    assertThat(problem.getCause()).isNull();
    return problem;
  }

  @Test
  void readsACase() throws NotJson {
    byte[] bytes = Samples.sacroiliac().toPrettyString().getBytes(UTF_8);
    assertThat(json.read(bytes)).isEqualTo(Samples.sacroiliac());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "MARKER",
        "{\"MARKER\":",
        "{\"bmi\": NaN}",
        "{\"bmi\": Infinity}",
        "{'bmi': 1}",
        "{bmi: 1}",
        "{\"bmi\": 1,}",
        "{\"bmi\": 01}",
        "{} {}",
        "{} MARKER",
        "/* MARKER */ {}",
        "{\"a\": \"MARKER\u0001\"}",
      })
  void refusesWhatIsNotOneJsonValue(String text) {
    assertThat(problem(text).code()).isEqualTo(IntakeCode.NOT_DECODABLE);
  }

  @Test
  void refusesARepeatedNameAtAnyDepth() {
    assertThat(problem("{\"MARKER\":1,\"MARKER\":2}").getMessage())
        .startsWith("An object repeats a name");
    assertThat(problem("{\"header\":{\"siteId\":\"MARKER\",\"siteId\":\"b\"}}").getMessage())
        .startsWith("An object repeats a name");
  }

  @Test
  void refusesWhatIsTooDeepOrTooLong() {
    assertThat(problem("[".repeat(17) + "]".repeat(17)).code()).isEqualTo(IntakeCode.TOO_LARGE);
    assertThat(problem("[".repeat(50_000)).code()).isEqualTo(IntakeCode.TOO_LARGE);
    assertThat(problem("{\"" + "n".repeat(201) + "\":1}").code()).isEqualTo(IntakeCode.TOO_LARGE);
    assertThat(problem("[\"" + "t".repeat(10_001) + "\"]").code()).isEqualTo(IntakeCode.TOO_LARGE);
    assertThat(problem("[" + "9".repeat(101) + "]").code()).isEqualTo(IntakeCode.TOO_LARGE);
  }

  @Test
  void refusesBytesThatAreNoUtf8() {
    byte[] latin1 = "{\"a\":\"MARKER \u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(problem(latin1).code()).isEqualTo(IntakeCode.NOT_DECODABLE);
  }

  @Test
  void saysWhere() {
    assertThat(problem("{\n \"bmi\": x}").getMessage())
        .matches("This is not JSON at line 2, column \\d+\\.");
    assertThat(problem("{\"bmi\": x}").getMessage()).matches("This is not JSON at column \\d+\\.");
  }
}
