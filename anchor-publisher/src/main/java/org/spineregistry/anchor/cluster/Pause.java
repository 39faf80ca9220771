package org.spineregistry.anchor.cluster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/**
 * Exponential back-off with jitter; a server that asks for a longer pause gets it. Safe for several
 * threads.
 */
final class Pause {
  static final Duration FIRST = Duration.ofMillis(250);
  static final Duration LONGEST = Duration.ofSeconds(30);

  private final Clock clock;
  private final DoubleSupplier jitter;
  private int failures;
  private Instant until = Instant.MIN;

  /**
   * @param jitter numbers from 0 to 1
   */
  Pause(Clock clock, DoubleSupplier jitter) {
    this.clock = clock;
    this.jitter = jitter;
  }

  synchronized boolean over() {
    return !clock.instant().isBefore(until);
  }

  synchronized int failures() {
    return failures;
  }

  /** A call that began before the pause and ends well in it changes nothing. */
  synchronized void succeeded() {
    if (over()) {
      failures = 0;
      until = Instant.MIN;
    }
  }

  /**
   * Calls that fail together are one failure.
   *
   * @param asked what the server asks for, zero when it says nothing
   */
  synchronized void failed(Duration asked) {
    Instant now = clock.instant();
    if (over()) {
      Duration doubled = FIRST.multipliedBy(1L << Math.min(failures, 20));
      Duration bounded = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
      failures++;
      until = now.plusMillis((long) (bounded.toMillis() * (0.5 + jitter.getAsDouble() / 2)));
    }
    Instant wanted = now.plus(asked);
    until = until.isBefore(wanted) ? wanted : until;
  }
}
