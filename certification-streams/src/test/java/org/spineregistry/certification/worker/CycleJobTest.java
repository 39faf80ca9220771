package org.spineregistry.certification.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.event.CycleVerdict;
import org.spineregistry.schemas.dictionary.InvalidDictionaryException;

class CycleJobTest {
  private static final int RETRIES = 2;
  private static final String VALUE = "bmi is 87.5";
  private static final CycleOutcome DONE =
      new CycleOutcome(CycleVerdict.CERTIFIED, List.of(), 3, List.of(), List.of(), null, null);

  static Stream<RuntimeException> unforeseen() {
    return Stream.of(
        new InvalidDictionaryException("Case", List.of(VALUE)),
        new IllegalArgumentException(VALUE),
        new NumberFormatException(VALUE),
        new IllegalStateException(VALUE, new IllegalArgumentException(VALUE)),
        new ArithmeticException(VALUE),
        new NullPointerException());
  }

  @ParameterizedTest
  @MethodSource("unforeseen")
  void whatNobodyForesawIsAFailedCycleThatNamesTheClassOnly(RuntimeException unforeseen)
      throws Exception {
    AtomicInteger calls = new AtomicInteger();

    CycleOutcome outcome = job(calls, unforeseen).call();

    assertThat(outcome.verdict()).isEqualTo(CycleVerdict.FAILED);
    assertThat(outcome.reasons()).containsExactly("UNEXPECTED: " + unforeseen.getClass().getName());
    assertThat(outcome.toString()).doesNotContain(VALUE);
    assertThat(calls).as("the same request would fail again").hasValue(1);
  }

  @Test
  void anExceptionWithoutATraceIsAFailedCycleToo() throws Exception {
    RuntimeException bare = new ArithmeticException();
    bare.setStackTrace(new StackTraceElement[0]); // as HotSpot makes them in hot code

    assertThat(job(new AtomicInteger(), bare).call().verdict()).isEqualTo(CycleVerdict.FAILED);
  }

  @Test
  void aProblemOfTheCycleKeepsItsOwnCode() throws Exception {
    CycleOutcome outcome = job(new AtomicInteger(), new CycleProblem("NO_FIT", "odi12m")).call();

    assertThat(outcome.reasons()).containsExactly("NO_FIT: odi12m");
  }

  static Stream<Exception> dependencies() {
    return Stream.of(
        new IOException("disk"),
        new UncheckedIOException(new IOException("disk")),
        new KafkaException("broker"));
  }

  @ParameterizedTest
  @MethodSource("dependencies")
  void aDependencyAtFaultIsTriedAgainAndThenEndsTheJobWithoutAnOutcome(Exception fault) {
    AtomicInteger calls = new AtomicInteger();
    CycleJob job = job(calls, fault);

    assertThatThrownBy(job::call).isSameAs(fault);
    assertThat(calls).hasValue(1 + RETRIES);
    assertThat(job.failures()).isEqualTo(1 + RETRIES);
  }

  @Test
  void anErrorOfTheJvmIsNoOutcome() {
    OutOfMemoryError error = new OutOfMemoryError("heap");
    AtomicInteger calls = new AtomicInteger();

    assertThatThrownBy(job(calls, error)::call).isSameAs(error);
    assertThat(calls).hasValue(1);
  }

  @Test
  void aRunThatSucceedsAfterAFaultIsTheOutcome() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    CycleJob job =
        job(
            (request, progress) -> {
              if (calls.incrementAndGet() == 1) {
                throw new IOException("disk");
              }
              return DONE;
            });

    assertThat(job.call()).isSameAs(DONE);
  }

  private static CycleJob job(AtomicInteger calls, Throwable thrown) {
    return job(
        (request, progress) -> {
          calls.incrementAndGet();
          if (thrown instanceof Error error) {
            throw error;
          }
          if (thrown instanceof IOException io) {
            throw io;
          }
          throw (RuntimeException) thrown;
        });
  }

  private static CycleJob job(Certifier certifier) {
    return new CycleJob(
        new ConsumerRecord<>("requested", 0, 0, "cycle-1", null),
        1,
        certifier,
        (stage, fraction, message) -> {},
        new WorkerSettings(true, "a", 1, RETRIES, Duration.ofMillis(1)),
        Instant.EPOCH);
  }
}
