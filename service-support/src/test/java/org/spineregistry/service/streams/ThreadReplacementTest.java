package org.spineregistry.service.streams;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ThreadReplacementTest {
  private final MutableClock clock = new MutableClock();
  private final ThreadReplacement replacement = new ThreadReplacement(2, Duration.ZERO, clock);

  @Test
  void replacesAThreadABoundedNumberOfTimesAndThenStops() {
    assertThat(replacement.handle(new IllegalStateException())).isEqualTo(REPLACE_THREAD);
    assertThat(replacement.handle(new IllegalStateException())).isEqualTo(REPLACE_THREAD);
    assertThat(replacement.handle(new IllegalStateException())).isEqualTo(SHUTDOWN_CLIENT);
  }

  @Test
  void aFailureAfterAQuietTimeIsANewIncident() {
    replacement.handle(new IllegalStateException());
    replacement.handle(new IllegalStateException());
    clock.now = clock.now.plus(Duration.ofMinutes(6));

    assertThat(replacement.handle(new IllegalStateException())).isEqualTo(REPLACE_THREAD);
    assertThat(replacement.failures()).isEqualTo(1);
  }

  @Test
  void isRetryingForAWhileAfterAFailure() {
    assertThat(replacement.recently()).isFalse();
    replacement.handle(new IllegalStateException());
    assertThat(replacement.recently()).isTrue();
    clock.now = clock.now.plus(Duration.ofMinutes(1));
    assertThat(replacement.recently()).isFalse();
  }

  private static final class MutableClock extends Clock {
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
