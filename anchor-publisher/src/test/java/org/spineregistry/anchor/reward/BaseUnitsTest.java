package org.spineregistry.anchor.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUnitsTest {

  @ParameterizedTest
  @MethodSource("shown")
  void showsTokensAsTheVectorsDo(JsonNode vector) {
    JsonNode input = vector.get("input");

    assertThat(
            BaseUnits.parse(input.get("baseUnits").asText())
                .inTokens(input.get("decimals").asInt()))
        .isEqualTo(vector.get("expected").get("amount").asText());
  }

  @Test
  void keepsTheUnitThatADoubleLoses() throws IOException {
    JsonNode vector =
        vectors().filter(v -> named(v, "json-number-loses-a-unit")).findFirst().orElseThrow();

    assertThat(BaseUnits.parse(vector.get("input").get("baseUnits").asText()))
        .hasToString(vector.get("expected").get("mustStay").asText());
  }

  @Test
  void addsBeyondTheRangeOfALong() throws IOException {
    JsonNode vector = vectors().filter(v -> named(v, "long-limit")).findFirst().orElseThrow();
    JsonNode limits = vector.get("input").get("baseUnits");

    assertThat(BaseUnits.parse(limits.get(0).asText()).plus(BaseUnits.parse("1")))
        .hasToString(limits.get(1).asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "+1", "01", "1e9", "1.0", " 1", "1\n", "٣", "0x1"})
  void refusesWhatIsNoPlainDecimalInteger(String text) {
    assertThatThrownBy(() -> BaseUnits.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesTextThatIsTooLongForAnAmount() {
    assertThat(BaseUnits.isWellFormed("9".repeat(39))).isTrue();
    assertThat(BaseUnits.isWellFormed("9".repeat(40))).isFalse();
  }

  @Test
  void neverBecomesNegative() {
    assertThatThrownBy(() -> BaseUnits.parse("1").minus(BaseUnits.parse("2")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Amounts are never negative here, so the vector of a reversal does not apply. */
  static List<JsonNode> shown() throws IOException {
    return vectors()
        .filter(v -> v.get("input").get("operation").asText().equals("show"))
        .filter(v -> !v.get("input").get("baseUnits").asText().startsWith("-"))
        .toList();
  }

  private static boolean named(JsonNode vector, String name) {
    return vector.get("name").asText().equals(name);
  }

  private static Stream<JsonNode> vectors() throws IOException {
    try (InputStream file = BaseUnitsTest.class.getResourceAsStream("/vectors/amounts.json")) {
      JsonNode vectors = new ObjectMapper().readTree(file).get("vectors");
      return StreamSupport.stream(vectors.spliterator(), false);
    }
  }
}
