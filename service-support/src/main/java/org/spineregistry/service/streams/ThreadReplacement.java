package org.spineregistry.service.streams;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounded retries with back-off, then stop: a dependency that stays away must become visible.
 * Nothing is skipped.
 */
final class ThreadReplacement implements StreamsUncaughtExceptionHandler {
  private static final Logger LOGGER = LoggerFactory.getLogger(ThreadReplacement.class);

  /** Failures further apart than this are separate incidents. */
  private static final Duration QUIET = Duration.ofMinutes(5);

  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final int retries;
  private final Duration backoff;
  private final Clock clock;
  private int failures;
  private Instant last = Instant.MIN;

  ThreadReplacement(int retries, Duration backoff, Clock clock) {
    this.retries = retries;
    this.backoff = backoff;
    this.clock = clock;
  }

  @Override
  public StreamThreadExceptionResponse handle(Throwable exception) {
    Duration pause;
    synchronized (this) {
      Instant now = clock.instant();
      failures = last.isBefore(now.minus(QUIET)) ? 1 : failures + 1;
      last = now;
      if (failures > retries) {
        log("stream stops, retries are used up", exception);
        return SHUTDOWN_CLIENT;
      }
      pause = pause(failures);
    }
    log("stream thread is replaced", exception);
    LockSupport.parkNanos(pause.toNanos());
    return REPLACE_THREAD;
  }

  /** True from a failure until it is an incident of the past. */
  synchronized boolean recently() {
    return failures > 0 && last.isAfter(clock.instant().minus(LONGEST));
  }

  synchronized int failures() {
    return failures;
  }

  private Duration pause(int failure) {
    Duration pause = backoff.multipliedBy(1L << Math.min(failure - 1, 20));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }

  /** The message of an exception may quote a record, so only classes are logged. */
  private void log(String what, Throwable exception) {
    LOGGER
        .atError()
        .addKeyValue("exception", exception.getClass().getName())
        .addKeyValue("cause", root(exception).getClass().getName())
        .addKeyValue("at", where(exception))
        .addKeyValue("failures", failures)
        .log(what);
  }

  private static Throwable root(Throwable exception) {
    Throwable t = exception;
    while (t.getCause() != null) {
      t = t.getCause();
    }
    return t;
  }

  private static String where(Throwable exception) {
    StackTraceElement[] trace = root(exception).getStackTrace();
    return trace.length == 0 ? "unknown" : trace[0].toString();
  }
}
