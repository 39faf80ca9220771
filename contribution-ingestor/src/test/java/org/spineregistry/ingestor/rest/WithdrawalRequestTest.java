package org.spineregistry.ingestor.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spineregistry.event.WithdrawalReason;
import org.spineregistry.ingestor.Samples;

class WithdrawalRequestTest {
  private static WithdrawalRequest of(String caseId, String body) throws Exception {
    return WithdrawalRequest.of(caseId, new StrictJson().read(body.getBytes(UTF_8)));
  }

  @Test
  void takesAReasonOfTheContract() throws Exception {
    WithdrawalRequest request = of(Samples.caseId(1), "{\"reason\":\"PATIENT_OBJECTION\"}");
    assertThat(request.reason()).isEqualTo(WithdrawalReason.PATIENT_OBJECTION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NOT_IN_LIST | {\"reason\":\"MARKER\"}",
        "NOT_IN_LIST | {\"reason\":null}",
        "NOT_IN_LIST | {\"reason\":{}}",
        "NOT_IN_LIST | {}",
        "UNKNOWN_FIELD | {\"MARKER\":1}",
        "UNKNOWN_FIELD | {\"reason\":\"OTHER\",\"remark\":\"MARKER\"}",
        "WRONG_TYPE | [\"MARKER\"]",
      })
  void refusesAnythingElse(String code, String body) {
    var refused =
        catchThrowableOfType(WithdrawalRequest.Refused.class, () -> of(Samples.caseId(1), body));
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.getMessage()).doesNotContain("MARKER");
  }

  @Test
  void refusesAnIdThatNoCaseCanHave() {
    var refused =
        catchThrowableOfType(
            WithdrawalRequest.Refused.class, () -> of("MARKER", "{\"reason\":\"OTHER\"}"));
    assertThat(refused.code()).isEqualTo("CASE_ID_NOT_RANDOM");
    assertThat(refused.getMessage()).doesNotContain("MARKER");
  }
}
