package org.spineregistry.ingestor.rest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spineregistry.event.CaseReceipt;
import org.spineregistry.service.health.Component;
import org.spineregistry.service.health.Condition;

/**
 * Gives receipts to whoever waits for them. Every instance reads the whole topic from its end,
 * since any of them may have decided; only receipts that somebody here waits for are decoded.
 */
public final class Receipts implements Component, AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(Receipts.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int RETRIES = 8;

  private final Supplier<Consumer<String, byte[]>> consumers;
  private final Deserializer<CaseReceipt> deserializer;
  private final List<TopicPartition> partitions;
  private final Duration backoff;
  private final Map<String, CompletableFuture<CaseReceipt>> waiting = new ConcurrentHashMap<>();
  private final Thread thread = new Thread(this::work, "receipts");
  private volatile Condition condition = Condition.STARTING;
  private volatile boolean closing;
  private volatile int failures;

  /**
   * @param consumers makes a consumer of committed records, again after a failure
   * @param partitions all of the topic
   * @param backoff pause after a failure, doubled each time
   */
  public Receipts(
      Supplier<Consumer<String, byte[]>> consumers,
      Deserializer<CaseReceipt> deserializer,
      List<TopicPartition> partitions,
      Duration backoff) {
    this.consumers = consumers;
    this.deserializer = deserializer;
    this.partitions = List.copyOf(partitions);
    this.backoff = backoff;
  }

  public void start() {
    thread.start();
  }

  /**
   * The receipt of a submission that is about to be sent. The future fails with a {@link
   * java.util.concurrent.TimeoutException} when the time is over.
   */
  CompletableFuture<CaseReceipt> of(String requestId, Duration patience) {
    CompletableFuture<CaseReceipt> receipt = new CompletableFuture<>();
    waiting.put(requestId, receipt);
    receipt
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((value, problem) -> waiting.remove(requestId));
    return receipt;
  }

  private void work() {
    while (!closing) {
      try (Consumer<String, byte[]> consumer = consumers.get()) {
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // positions are found lazily: a request taken before that could miss its receipt
        partitions.forEach(consumer::position);
        condition = Condition.WORKING;
        read(consumer);
      } catch (RuntimeException e) {
        failed(e);
      }
    }
  }

  private void read(Consumer<String, byte[]> consumer) {
    while (!closing) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        // removed before it is given: whoever acts on it must not find it still waiting
        CompletableFuture<CaseReceipt> receipt =
            record.key() == null ? null : waiting.remove(record.key());
        if (receipt != null) {
          complete(receipt, record);
        }
      }
      failures = 0;
    }
  }

  /** One that cannot be decoded must not cost the others theirs. */
  private void complete(
      CompletableFuture<CaseReceipt> receipt, ConsumerRecord<String, byte[]> record) {
    try {
      receipt.complete(deserializer.deserialize(record.topic(), record.headers(), record.value()));
    } catch (RuntimeException e) {
      receipt.completeExceptionally(e);
    }
  }

  private void failed(RuntimeException e) {
    failures = failures + 1;
    condition = failures > RETRIES ? Condition.FAILED : Condition.RETRYING;
    LOGGER
        .atError()
        .addKeyValue("exception", e.getClass().getName())
        .addKeyValue("failures", failures)
        .log("receipts cannot be read");
    if (condition == Condition.FAILED) {
      closing = true;
    } else {
      LockSupport.parkNanos(backoff.multipliedBy(1L << (failures - 1)).toNanos());
    }
  }

  @Override
  public String name() {
    return "receipts";
  }

  @Override
  public Condition condition() {
    return condition;
  }

  @Override
  public Map<String, Object> details() {
    return Map.of("waiting", waiting.size(), "failures", failures);
  }

  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
    try {
      thread.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
