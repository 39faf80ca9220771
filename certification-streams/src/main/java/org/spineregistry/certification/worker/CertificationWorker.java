package org.spineregistry.certification.worker;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spineregistry.event.CertificationRequested;
import org.spineregistry.service.health.Component;
import org.spineregistry.service.health.Condition;

/**
 * Takes one request at a time and runs it beside the polling thread, so that a cycle of any length
 * never costs the membership of the group. A run whose partition moves to another process is
 * cancelled; since result and offset are committed together, the other process runs it again and
 * nothing is published twice.
 */
public final class CertificationWorker implements Component, ConsumerRebalanceListener {
  private static final Logger LOGGER = LoggerFactory.getLogger(CertificationWorker.class);
  private static final Duration POLL = Duration.ofMillis(200);

  /** Makes the job of a request; none when the request was answered before. */
  interface Jobs {
    Optional<CycleJob> of(ConsumerRecord<String, CertificationRequested> request);
  }

  private final Consumer<String, CertificationRequested> consumer;
  private final CycleResults results;
  private final Jobs jobs;
  private final String topic;
  private final Clock clock;
  private final ExecutorService runner =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "certification-run"));

  private volatile Condition condition = Condition.STARTING;
  private volatile boolean closing;
  private volatile CycleJob job;
  private Future<CycleOutcome> run;

  CertificationWorker(
      Consumer<String, CertificationRequested> consumer,
      CycleResults results,
      Jobs jobs,
      String topic,
      Clock clock) {
    this.consumer = consumer;
    this.results = results;
    this.jobs = jobs;
    this.topic = topic;
    this.clock = clock;
  }

  /** Works until {@link #stop()}; any other end is a failure that liveness shows. */
  void work() {
    try {
      consumer.subscribe(List.of(topic), this);
      condition = Condition.WORKING;
      while (!closing) {
        for (ConsumerRecord<String, CertificationRequested> request : consumer.poll(POLL)) {
          start(request);
        }
        finish();
      }
    } catch (WakeupException e) {
      LOGGER.debug("worker was woken to stop");
    } catch (RuntimeException | ExecutionException e) {
      condition = Condition.FAILED;
      LOGGER.atError().addKeyValue("exception", classes(e)).log("certification worker stops");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      cancel();
      runner.shutdownNow();
      consumer.close();
      results.close();
    }
  }

  /**
   * Asks the worker to stop; the running cycle is cancelled and will be run again by whoever comes
   * next.
   */
  public void stop() {
    closing = true;
    consumer.wakeup();
  }

  private void start(ConsumerRecord<String, CertificationRequested> request) {
    Optional<CycleJob> next = jobs.of(request);
    if (next.isEmpty()) {
      skip(request);
      return;
    }
    job = next.get();
    run = runner.submit(job);
    consumer.pause(consumer.assignment());
    LOGGER
        .atInfo()
        .addKeyValue("cycleId", request.key())
        .addKeyValue("campaign", request.value().getCampaignId())
        .addKeyValue("attempt", job.attempt())
        .log("cycle started");
  }

  private void skip(ConsumerRecord<String, CertificationRequested> request) {
    try {
      results.skip(request, consumer.groupMetadata());
    } catch (CommitFailedException e) {
      results.abort(); // the new owner of the partition leaves it behind
      return;
    }
    LOGGER
        .atInfo()
        .addKeyValue("cycleId", request.key())
        .addKeyValue("offset", request.offset())
        .log("request was answered before, nothing is run");
  }

  private void finish() throws InterruptedException, ExecutionException {
    if (run == null || !run.isDone()) {
      return;
    }
    CycleOutcome outcome;
    try {
      outcome = run.get();
    } catch (CancellationException e) {
      clear();
      return;
    }
    try {
      results.publish(job, outcome, clock.instant(), consumer.groupMetadata());
    } catch (CommitFailedException e) {
      results.abort(); // the group moved on, and the new owner of the partition starts over
      clear();
      return;
    }
    LOGGER
        .atInfo()
        .addKeyValue("cycleId", job.request().key())
        .addKeyValue("verdict", outcome.verdict())
        .log("cycle completed");
    clear();
  }

  private void clear() {
    run = null;
    job = null;
    consumer.resume(consumer.assignment());
  }

  private void cancel() {
    if (run != null) {
      run.cancel(true);
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    CycleJob running = job;
    if (running != null
        && partitions.contains(
            new TopicPartition(running.request().topic(), running.request().partition()))) {
      cancel();
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    if (run != null) {
      consumer.pause(partitions); // one cycle at a time
    }
  }

  @Override
  public String name() {
    return "certification-worker";
  }

  @Override
  public Condition condition() {
    CycleJob running = job;
    return condition == Condition.WORKING && running != null && running.failures() > 0
        ? Condition.RETRYING
        : condition;
  }

  @Override
  public Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    CycleJob running = job;
    details.put("cycle", running == null ? "none" : running.request().key());
    if (running != null) {
      details.put("attempt", running.attempt());
      details.put("failures", running.failures());
    }
    return details;
  }

  private static String classes(Throwable e) {
    return e.getCause() == null
        ? e.getClass().getName()
        : e.getClass().getName() + " by " + e.getCause().getClass().getName();
  }
}
