package org.spineregistry.solana.rpc;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The {@code Retry-After} header: seconds or an HTTP date (RFC 9110, section 10.2.3). */
final class RetryAfter {
  private final Clock clock;

  RetryAfter(Clock clock) {
    this.clock = clock;
  }

  /**
   * @return null when the header is absent or unreadable; never negative
   */
  Duration parse(String header) {
    if (header == null) {
      return null;
    }
    String text = header.trim();
    return text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : until(text);
  }

  private Duration until(String date) {
    try {
      Duration pause =
          Duration.between(
              clock.instant(), ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME));
      return pause.isNegative() ? Duration.ZERO : pause;
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}
