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

  synchronized void succeeded() {
    failures = 0;
    until = Instant.MIN;
  }

  /**
   * @param asked what the server asks for, zero when it says nothing
   */
  synchronized void failed(Duration asked) {
    Duration doubled = FIRST.multipliedBy(1L << Math.min(failures, 20));
    Duration bounded = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    long own = (long) (bounded.toMillis() * (0.5 + jitter.getAsDouble() / 2));
    failures++;
    until = clock.instant().plusMillis(Math.max(own, asked.toMillis()));
  }
}
