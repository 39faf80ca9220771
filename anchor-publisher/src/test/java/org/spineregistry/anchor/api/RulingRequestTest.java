package org.spineregistry.anchor.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Read as the service reads: its mapper passes over what a type does not have. */
class RulingRequestTest {
  private static final ObjectMapper LENIENT =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final String RULING =
      """
      {"rulingId": "5a0c2a8e-6a51-4b0e-9d9f-1f1f6f6f2b11", "action": "REVERSE", "target": "PAYOUT",
       "targetId": "60292263-3b4b-5f92-8512-ea0c257e0661", "cause": "OPERATOR", %s}
      """;

  @Test
  void anAmountThatIsMisspelledDoesNotReverseEverything() throws IOException {
    assertThat(read("\"amountBaseUnit\": \"5\"").problems())
        .containsExactly("amountBaseUnit: no such field");
  }

  @Test
  void aRulingAsItShouldBeHasNoProblem() throws IOException {
    assertThat(read("\"amountBaseUnits\": \"5\"").problems()).isEmpty();
  }

  private static RulingRequest read(String last) throws IOException {
    return LENIENT.readValue(RULING.formatted(last), RulingRequest.class);
  }
}
