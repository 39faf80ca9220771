package org.spineregistry.anchor.settlement;

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
import org.slf4j.event.Level;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.cluster.FeePayer;
import org.spineregistry.anchor.protocol.IntentBook;
import org.spineregistry.anchor.protocol.IntentBook.Filter;
import org.spineregistry.anchor.protocol.SideBySide;
import org.spineregistry.anchor.settlement.plan.SettlementProblem;
import org.spineregistry.service.health.Component;
import org.spineregistry.service.health.Condition;

/**
 * The payer's one thread: takes in decisions, pays what is owed, brings open batches further, again
 * and again. A log that refuses a write, or leaves its outcome open, ends the process; the next one
 * finds out from the topic.
 */
public final class SettlementPublisher implements Component, AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(SettlementPublisher.class);
  private static final Duration STOP = Duration.ofSeconds(30);

  private final SettlementInput input;
  private final SettlementLog log;
  private final IntentBook<Batch> book;
  private final OpenSettlements settlements;
  private final Treasury treasury;
  private final Planner planner;
  private final PayoutSigning signing;
  private final SideBySide calls;
  private final Cluster cluster;
  private final FeePayer fees;
  private final Duration pollInterval;
  private final Thread thread = new Thread(this::run, "settlement");

  /** Batches that an operator wants released; the payer's thread alone writes. */
  private final Queue<String> releases = new ConcurrentLinkedQueue<>();

  private String told = "";
  private volatile Condition condition = Condition.STARTING;
  private volatile boolean closing;

  SettlementPublisher(
      SettlementInput input,
      SettlementLog log,
      IntentBook<Batch> book,
      OpenSettlements settlements,
      Treasury treasury,
      Planner planner,
      PayoutSigning signing,
      SideBySide calls,
      Cluster cluster,
      FeePayer fees,
      Duration pollInterval) {
    this.input = input;
    this.log = log;
    this.book = book;
    this.settlements = settlements;
    this.treasury = treasury;
    this.planner = planner;
    this.signing = signing;
    this.calls = calls;
    this.cluster = cluster;
    this.fees = fees;
    this.pollInterval = pollInterval;
  }

  /**
   * Fences the older process, restores its batches, and looks whether endpoints and mint are what
   * they should be; then starts to work.
   *
   * @throws org.spineregistry.anchor.cluster.WrongCluster when the endpoints are of another cluster
   * @throws RefusedMint when the token cannot be paid with
   */
  public void start() {
    try {
      book.restore(log.open());
      cluster.identify(book.genesisHash());
      if (cluster.genesisHash() != null) {
        treasury.mint();
      }
    } catch (RuntimeException e) {
      stop();
      throw e;
    }
    thread.start();
  }

  /** Has the payouts of a failed batch paid again soon, by another batch. */
  void release(String batchId) {
    releases.add(batchId);
  }

  private void run() {
    try {
      condition = Condition.WORKING;
      while (!closing) {
        input.poll(pollInterval);
        if (cluster.genesisHash() == null) {
          cluster.identify(null);
        }
        fees.watch();
        for (String id = releases.poll(); id != null; id = releases.poll()) {
          settlements.release(id);
        }
        settlements.step();
        tellObstacle();
      }
    } catch (WakeupException e) {
      LOGGER.debug("settlement was woken to stop");
    } catch (RuntimeException e) {
      explain(e);
    } finally {
      if (!closing) {
        condition = Condition.FAILED; // whatever ended the thread, nothing is paid without it
      }
      stop();
    }
  }

  /** Once for each, not once for each look. */
  private void tellObstacle() {
    String now = obstacle();
    if (!now.equals(told)) {
      told = now;
      LOGGER
          .atLevel(now.isEmpty() ? Level.INFO : Level.WARN)
          .addKeyValue("obstacle", now)
          .log(now.isEmpty() ? "payouts are paid again" : "payouts are not paid");
    }
  }

  private static void explain(RuntimeException e) {
    LOGGER
        .atError()
        .addKeyValue("exception", e.getClass().getName())
        .addKeyValue("kafka", e instanceof KafkaException)
        .addKeyValue("reason", e instanceof SettlementProblem ? e.getMessage() : "")
        .log("settlement stops, the process must be started again");
  }

  private void stop() {
    input.close();
    log.close();
    calls.close();
  }

  @Override
  public String name() {
    return "settlement";
  }

  @Override
  public Condition condition() {
    Condition now = condition;
    boolean hindered = hindered() || !cluster.answers() || book.count(Filter.STUCK) > 0;
    return now == Condition.WORKING && hindered ? Condition.RETRYING : now;
  }

  /** Whether something keeps everybody from being paid. */
  boolean hindered() {
    return !obstacle().isEmpty() || fees.poor();
  }

  /** What that is, for people; empty when nothing does. */
  String obstacle() {
    return planner.obstacle().isEmpty() ? signing.obstacle() : planner.obstacle();
  }

  @Override
  public Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    for (Filter filter : Filter.values()) {
      details.put(filter.name().toLowerCase(Locale.ROOT), book.count(filter));
    }
    details.put("waiting", planner.waiting().size());
    details.put("obstacle", obstacle());
    details.put("feePayerPoor", fees.poor());
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
