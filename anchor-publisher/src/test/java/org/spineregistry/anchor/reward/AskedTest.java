package org.spineregistry.anchor.reward;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTest {
  private static final Instant QUOTED = Instant.parse("2026-05-01T00:00:00Z");
  private static final PriceRule RULE =
      new PriceRule(Duration.ofHours(24), new BigDecimal("0.01"), new BigDecimal("0.1"));

  @ParameterizedTest
  @MethodSource("fromUsd")
  void turnsDollarsIntoTokensAsTheVectorsDo(JsonNode vector) {
    JsonNode input = vector.get("input");
    Token token = new Token("SPINE", input.get("decimals").asInt(), null);

    Asked asked =
        Asked.of(
            new Amount.Dollars(new BigDecimal(input.get("usd").asText())),
            token,
            price(input.get("usdPerToken").asText()));

    assertThat(asked.units()).hasToString(vector.get("expected").get("baseUnits").asText());
    assertThat(asked.usd())
        .isEqualTo(
            new Asked.UsdTerms(
                input.get("usd").asText(), input.get("usdPerToken").asText(), "price-event"));
  }

  @Test
  void whatNamesTheTokenNeedsNoPrice() {
    assertThat(Asked.of(new Amount.Fixed(Examples.units(7)), Examples.SPINE, null))
        .isEqualTo(new Asked(Examples.units(7), null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", ".5", "1.", "01", "1e3", "1,5", "1.1234567890123456789"})
  void refusesWhatIsNoPlainAmountOfDollars(String text) {
    assertThat(Amount.Dollars.isWellFormed(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0.01, true", "0.1, true", "0.0099999, false", "0.1000001, false", "1, false"})
  void aPriceOutsideTheBoundsIsNotUsed(String usd, boolean isAccepted) {
    assertThat(RULE.accepts(price(usd))).isEqualTo(isAccepted);
  }

  @Test
  void aPriceServesUntilItIsTooOldForWhatWasEarned() {
    TokenPrice price = price("0.05");
    assertThat(RULE.covers(price, QUOTED.plus(Duration.ofHours(24)))).isTrue();
    assertThat(RULE.covers(price, QUOTED.plus(Duration.ofHours(24)).plusMillis(1))).isFalse();
    assertThat(RULE.covers(price, QUOTED.minusSeconds(1))).as("one that waited").isTrue();
  }

  static List<JsonNode> fromUsd() throws IOException {
    return AmountVectors.of("fromUsd");
  }

  private static TokenPrice price(String usd) {
    return new TokenPrice("price-event", new BigDecimal(usd), QUOTED);
  }
}
