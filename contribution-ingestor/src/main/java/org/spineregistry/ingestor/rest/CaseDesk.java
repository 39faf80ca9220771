package org.spineregistry.ingestor.rest;

import static org.spineregistry.schemas.topic.Topics.CASE_REJECTED;
import static org.spineregistry.schemas.topic.Topics.CASE_SUBMITTED;
import static org.spineregistry.schemas.topic.Topics.CASE_WITHDRAWN;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spineregistry.event.CaseReceipt;
import org.spineregistry.event.CaseRejected;
import org.spineregistry.event.CaseWithdrawn;
import org.spineregistry.event.IntakeChannel;
import org.spineregistry.event.WithdrawalReason;
import org.spineregistry.ingestor.IntakeMetrics;
import org.spineregistry.ingestor.check.HeaderForms;
import org.spineregistry.ingestor.check.IntakeChecks;
import org.spineregistry.ingestor.check.Verdict;
import org.spineregistry.ingestor.event.Answers;
import org.spineregistry.schemas.dictionary.CaseRecords;
import org.spineregistry.schemas.header.EventHeaders;

/**
 * Takes cases and withdrawals from REST. A case that the checks refuse is answered here, and its
 * rejection written; every other one goes to the topic of submissions, and the answer is its
 * receipt. Futures fail with {@link NoAnswer} only.
 */
public final class CaseDesk {
  private static final Logger LOGGER = LoggerFactory.getLogger(CaseDesk.class);

  private final IntakeChecks checks;
  private final EventWriter writer;
  private final Receipts receipts;
  private final IntakeMetrics metrics;
  private final String source;
  private final Duration patience;
  private final Clock clock;

  /**
   * @param source {@code ce_source} of what is written
   * @param patience how long an answer may take
   */
  CaseDesk(
      IntakeChecks checks,
      EventWriter writer,
      Receipts receipts,
      IntakeMetrics metrics,
      String source,
      Duration patience,
      Clock clock) {
    this.checks = checks;
    this.writer = writer;
    this.receipts = receipts;
    this.metrics = metrics;
    this.source = source;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * @param traceParent as the client sent it; used only when it has its strict form
   */
  CompletableFuture<CaseAnswer> submit(JsonNode tree, Optional<String> traceParent) {
    String requestId = UUID.randomUUID().toString();
    Verdict verdict = checks.json(tree);
    if (verdict.outcome() == Verdict.Outcome.REJECTED) {
      return reject(requestId, verdict, traceParent);
    }
    String caseId = verdict.naming().caseId().orElseThrow();
    return answered(
        requestId,
        () -> {
          GenericRecord record = CaseRecords.toAvro(verdict.candidate().orElseThrow());
          Headers headers = headers(requestId, record.getSchema().getName(), traceParent);
          return writer.sendCase(CASE_SUBMITTED, caseId, record, headers);
        });
  }

  /**
   * @param caseId a UUID version 4
   */
  CompletableFuture<CaseAnswer> withdraw(
      String caseId, WithdrawalReason reason, Optional<String> traceParent) {
    String requestId = UUID.randomUUID().toString();
    CaseWithdrawn event =
        CaseWithdrawn.newBuilder()
            .setCaseId(caseId)
            .setReason(reason)
            .setWithdrawnAt(now())
            .build();
    Headers headers = headers(requestId, "CaseWithdrawn", traceParent);
    return answered(requestId, () -> writer.sendEvent(CASE_WITHDRAWN, caseId, event, headers));
  }

  /** Counts what could not even be read. */
  CaseAnswer unreadable(NotJson problem) {
    metrics.unreadable(problem.code());
    return CaseAnswer.of(problem);
  }

  /** The verdict counts only when its event is written: no refusal without a trace. */
  private CompletableFuture<CaseAnswer> reject(
      String requestId, Verdict verdict, Optional<String> traceParent) {
    String rejectionId = UUID.randomUUID().toString();
    CaseRejected event =
        Answers.rejected(verdict, rejectionId, IntakeChannel.REST, now())
            .setRequestId(requestId)
            .build();
    Headers headers = headers(UUID.randomUUID().toString(), "CaseRejected", traceParent);
    EventHeaders.put(headers, EventHeaders.CAUSE, requestId);
    return sent(requestId, () -> writer.sendEvent(CASE_REJECTED, rejectionId, event, headers))
        .thenApply(
            nothing -> {
              metrics.decided(verdict);
              return CaseAnswer.of(requestId, verdict);
            });
  }

  private CompletableFuture<CaseAnswer> answered(
      String requestId, Supplier<CompletableFuture<Void>> sending) {
    if (!receipts.condition().ready()) {
      return CompletableFuture.failedFuture(NoAnswer.notSent(requestId));
    }
    CompletableFuture<CaseReceipt> receipt = receipts.of(requestId, patience);
    CompletableFuture<Void> sent = sent(requestId, sending);
    // a record that could not be sent will have no receipt
    sent.whenComplete(
        (nothing, problem) -> {
          if (problem != null) {
            receipt.completeExceptionally(problem);
          }
        });
    return receipt.handle(
        (given, problem) -> {
          if (problem == null) {
            return CaseAnswer.of(given);
          }
          throw noAnswer(requestId, problem);
        });
  }

  private static CompletableFuture<Void> sent(
      String requestId, Supplier<CompletableFuture<Void>> sending) {
    try {
      return sending
          .get()
          .exceptionally(
              problem -> {
                throw noAnswer(requestId, problem);
              });
    } catch (RuntimeException e) {
      log(requestId, e);
      return CompletableFuture.failedFuture(NoAnswer.notSent(requestId));
    }
  }

  private static NoAnswer noAnswer(String requestId, Throwable problem) {
    for (Throwable t = problem; t != null; t = t.getCause()) {
      if (t instanceof NoAnswer known) {
        return known;
      }
    }
    log(requestId, problem.getCause() == null ? problem : problem.getCause());
    return NoAnswer.notConfirmed(requestId);
  }

  private static void log(String requestId, Throwable problem) {
    LOGGER
        .atWarn()
        .addKeyValue("requestId", requestId)
        .addKeyValue("exception", problem.getClass().getName())
        .log("no answer to a submission");
  }

  private Headers headers(String eventId, String type, Optional<String> traceParent) {
    Headers headers = new RecordHeaders();
    EventHeaders.write(headers, eventId, source, type, now(), null);
    HeaderForms.traceParent(traceParent)
        .ifPresent(trace -> EventHeaders.put(headers, EventHeaders.TRACE_PARENT, trace));
    return headers;
  }

  /** Kafka keeps milliseconds. */
  private Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }
}
