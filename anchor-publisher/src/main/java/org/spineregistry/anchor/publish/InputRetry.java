package org.spineregistry.anchor.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Bounded retries with back-off for input that a dependency keeps from being read. */
final class InputRetry {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final int retries;
  private final Duration backoff;
  private final Clock clock;
  private volatile int failures;
  private Instant notBefore = Instant.MIN;

  InputRetry(int retries, Duration backoff, Clock clock) {
    this.retries = retries;
    this.backoff = backoff;
    this.clock = clock;
  }

  int failures() {
    return failures;
  }

  boolean due() {
    return !clock.instant().isBefore(notBefore);
  }

  void succeeded() {
    failures = 0;
    notBefore = Instant.MIN;
  }

  /**
   * @return false when the retries are used up
   */
  boolean failed() {
    Duration doubled = backoff.multipliedBy(1L << Math.min(failures, 20));
    notBefore = clock.instant().plus(doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST);
    failures = failures + 1; // one writer, many readers
    return failures <= retries;
  }
}
