package org.spineregistry.solana.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private final RetryAfter retryAfter =
      new RetryAfter(Clock.fixed(Instant.parse("1994-11-06T08:49:00Z"), ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "7, PT7S",
    "' 120 ', PT2M",
    "'Sun, 06 Nov 1994 08:49:37 GMT', PT37S"
  }) // the date of RFC 9110, 5.6.7
  void readsSecondsAndDates(String header, Duration pause) {
    assertThat(retryAfter.parse(header)).isEqualTo(pause);
  }

  @Test
  void aDateInThePastMeansNow() {
    assertThat(retryAfter.parse("Sun, 06 Nov 1994 08:48:37 GMT")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999999999999", "2026-11-23"})
  void ignoresWhatItCannotRead(String header) {
    assertThat(retryAfter.parse(header)).isNull();
  }

  @Test
  void knowsThatThereIsNone() {
    assertThat(retryAfter.parse(null)).isNull();
  }
}
