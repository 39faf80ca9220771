package org.spineregistry.ingestor.rest;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeSettingsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void takesTheSmallestThatCanWork() {
    assertThatNoException().isThrownBy(() -> new IntakeSettings(1, 1, 1, 1, 1, SECOND));
  }

  @ParameterizedTest
  @CsvSource({
    "max-case-bytes, 0, 1, 1, 1, 1",
    "max-body-bytes, 1, 0, 1, 1, 1",
    "max-lines, 1, 1, -1, 1, 1",
    "max-in-flight, 1, 1, 1, 0, 1",
    "max-bulk-requests, 1, 1, 1, 1, 0",
  })
  void aLimitThatLetsNothingThroughIsNamed(
      String key, int caseBytes, int bodyBytes, int lines, int inFlight, int requests) {
    assertThatThrownBy(
            () -> new IntakeSettings(caseBytes, bodyBytes, lines, inFlight, requests, SECOND))
        .hasMessage("spine.intake." + key + ": at least 1");
  }

  @Test
  void nobodyIsToldToWaitLessThanKafkaNeeds() {
    assertThatThrownBy(() -> new IntakeSettings(1, 1, 1, 1, 1, Duration.ofMillis(999)))
        .hasMessage("spine.intake.answer-timeout: at least 1s");
  }
}
