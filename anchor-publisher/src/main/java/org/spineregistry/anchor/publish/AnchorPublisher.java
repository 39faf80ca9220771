package org.spineregistry.anchor.publish;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.cluster.FeePayer;
import org.spineregistry.anchor.protocol.IntentBook;
import org.spineregistry.anchor.protocol.SideBySide;
import org.spineregistry.service.health.Component;
import org.spineregistry.service.health.Condition;

/**
 * The publisher's one thread: takes in completed cycles, brings open anchors further, again and
 * again. Slow endpoints cost time, never a decision. A log that refuses a write, or leaves its
 * outcome open, ends the process; the next one finds out from the topic.
 */
public final class AnchorPublisher implements Component, AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(AnchorPublisher.class);
  private static final Duration STOP = Duration.ofSeconds(30);

  private final CompletedCycles input;
  private final IntentLog log;
  private final IntentBook<Tracked> book;
  private final OpenAnchors anchors;
  private final SideBySide calls;
  private final Cluster cluster;
  private final FeePayer payer;
  private final Duration pollInterval;
  private final Thread thread = new Thread(this::run, "anchor-publisher");

  /** Subjects that an operator wants to be tried again; the publisher's thread alone writes. */
  private final Queue<String> retries = new ConcurrentLinkedQueue<>();

  private volatile Condition condition = Condition.STARTING;
  private volatile boolean closing;

  AnchorPublisher(
      CompletedCycles input,
      IntentLog log,
      IntentBook<Tracked> book,
      OpenAnchors anchors,
      SideBySide calls,
      Cluster cluster,
      FeePayer payer,
      Duration pollInterval) {
    this.input = input;
    this.log = log;
    this.book = book;
    this.anchors = anchors;
    this.calls = calls;
    this.cluster = cluster;
    this.payer = payer;
    this.pollInterval = pollInterval;
  }

  /**
   * Fences the older process, restores its intents, and looks whether the endpoints belong to their
   * cluster; then starts to work.
   *
   * @throws org.spineregistry.anchor.cluster.WrongCluster when they do not
   */
  public void start() {
    try {
      book.restore(log.open());
      cluster.identify(book.genesisHash());
    } catch (RuntimeException e) {
      input.close();
      log.close();
      calls.close();
      throw e;
    }
    thread.start();
  }

  /** Has a failed anchor tried again soon; one that has not failed stays as it is. */
  public void retry(String subject) {
    retries.add(subject);
  }

  private void run() {
    try {
      condition = Condition.WORKING;
      while (!closing) {
        input.poll(pollInterval, cluster.genesisHash());
        if (cluster.genesisHash() == null) {
          cluster.identify(null);
        }
        payer.watch();
        for (String subject = retries.poll(); subject != null; subject = retries.poll()) {
          anchors.retry(subject);
        }
        anchors.step();
      }
    } catch (WakeupException e) {
      LOGGER.debug("publisher was woken to stop");
    } catch (RuntimeException | IOException e) {
      explain(e);
    } finally {
      if (!closing) {
        condition =
            Condition.FAILED; // whatever ended the thread, the process is of no use without it
      }
      input.close();
      log.close();
      calls.close();
    }
  }

  private static void explain(Exception e) {
    LOGGER
        .atError()
        .addKeyValue("exception", e.getClass().getName())
        .addKeyValue("kafka", e instanceof KafkaException)
        .log("anchor publisher stops, the process must be started again");
  }

  @Override
  public String name() {
    return "anchor-publisher";
  }

  @Override
  public Condition condition() {
    Condition now = condition;
    boolean hindered =
        input.failures() > 0
            || payer.poor()
            || !cluster.answers()
            || book.count(IntentBook.Filter.STUCK) > 0;
    return now == Condition.WORKING && hindered ? Condition.RETRYING : now;
  }

  @Override
  public Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    for (IntentBook.Filter filter : IntentBook.Filter.values()) {
      details.put(filter.name().toLowerCase(Locale.ROOT), book.count(filter));
    }
    details.put("inputFailures", input.failures());
    details.put("feePayerPoor", payer.poor());
    details.put("endpoints", cluster.condition());
    return details;
  }

  /** Stops after the step at hand. */
  @Override
  public void close() throws InterruptedException {
    closing = true;
    input.wakeup();
    thread.join(STOP.toMillis());
  }
}
