package org.spineregistry.certification.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spineregistry.event.CertificationRequested;

/**
 * One request on the job thread: a problem of the cycle is an outcome, a dependency at fault is
 * tried again a bounded number of times. What nobody foresaw is an outcome too, since the next
 * process would meet it in the same request; an {@link Error} is none, and ends the worker.
 */
final class CycleJob implements Callable<CycleOutcome> {
  private static final Logger LOGGER = LoggerFactory.getLogger(CycleJob.class);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final ConsumerRecord<String, CertificationRequested> request;
  private final Certifier certifier;
  private final CycleProgress progress;
  private final WorkerSettings settings;
  private final Instant startedAt;
  private final int attempt;
  private volatile int failures;

  CycleJob(
      ConsumerRecord<String, CertificationRequested> request,
      int attempt,
      Certifier certifier,
      CycleProgress progress,
      WorkerSettings settings,
      Instant startedAt) {
    this.request = request;
    this.attempt = attempt;
    this.certifier = certifier;
    this.progress = progress;
    this.settings = settings;
    this.startedAt = startedAt;
  }

  ConsumerRecord<String, CertificationRequested> request() {
    return request;
  }

  int attempt() {
    return attempt;
  }

  Instant startedAt() {
    return startedAt;
  }

  /** Failures of dependencies so far. */
  int failures() {
    return failures;
  }

  @Override
  public CycleOutcome call() throws IOException, InterruptedException {
    while (true) {
      try {
        return certifier.certify(request.value(), progress);
      } catch (CycleProblem e) {
        return CycleOutcome.failed(e);
      } catch (IOException | UncheckedIOException | KafkaException e) {
        failures++;
        if (failures > settings.retries()) {
          throw e;
        }
        LOGGER
            .atWarn()
            .addKeyValue("cycleId", request.key())
            .addKeyValue("failures", failures)
            .addKeyValue("exception", e.getClass().getName())
            .log("a dependency is at fault, the cycle is tried again");
        Thread.sleep(pause().toMillis());
      } catch (RuntimeException e) {
        return unexpected(e);
      }
    }
  }

  /** The exception's class only: its message may quote a patient. */
  private CycleOutcome unexpected(RuntimeException e) {
    StackTraceElement[] trace = e.getStackTrace();
    LOGGER
        .atError()
        .addKeyValue("cycleId", request.key())
        .addKeyValue("exception", e.getClass().getName())
        .addKeyValue("at", trace.length == 0 ? "unknown" : trace[0])
        .log("the cycle fails by an exception that nobody foresaw");
    return CycleOutcome.failed(new CycleProblem(CycleProblem.UNEXPECTED, e.getClass().getName()));
  }

  private Duration pause() {
    Duration pause = settings.backoff().multipliedBy(1L << Math.min(failures - 1, 20));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
