package org.spineregistry.anchor.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
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
    JsonNode vector = AmountVectors.named("json-number-loses-a-unit");

    assertThat(BaseUnits.parse(vector.get("input").get("baseUnits").asText()))
        .hasToString(vector.get("expected").get("mustStay").asText());
  }

  @Test
  void addsBeyondTheRangeOfALong() throws IOException {
    JsonNode vector = AmountVectors.named("long-limit");
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
    return AmountVectors.of("show").stream()
        .filter(v -> !v.get("input").get("baseUnits").asText().startsWith("-"))
        .toList();
  }
}
