package org.spineregistry.ingestor.intake;

import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.spineregistry.ingestor.IntakeMetrics;
import org.spineregistry.ingestor.check.IntakeChecks;
import org.spineregistry.ingestor.check.Verdict;
import org.spineregistry.ingestor.code.IntakeCode;
import org.spineregistry.ingestor.event.Answers;
import org.spineregistry.ingestor.revision.CaseHistory;
import org.spineregistry.schemas.dictionary.CaseCandidate;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.service.failure.DeadLetters;

/** Checks a submission against the dictionary and the history of its case, and answers it. */
final class DecideCase extends ContextualProcessor<String, Object, String, Object> {
  private final IntakeChecks checks;
  private final HomePartition home;
  private final EventStamp stamp;
  private final DeadLetters letters;
  private final IntakeMetrics metrics;
  private KeyValueStore<String, CaseHistory> histories;
  private Emitter emitter;

  DecideCase(
      IntakeChecks checks,
      HomePartition home,
      EventStamp stamp,
      DeadLetters letters,
      IntakeMetrics metrics) {
    this.checks = checks;
    this.home = home;
    this.stamp = stamp;
    this.letters = letters;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    super.init(context);
    histories = context.getStateStore(IntakeStores.HISTORY);
    emitter = new Emitter(context, stamp, letters);
  }

  @Override
  public void process(Record<String, Object> record) {
    Cause cause = Cause.of(record, context(), stamp.source());
    if (record.value() == null) {
      emitter.deadLetter(IntakeCode.NOT_DECODABLE.name(), cause);
    } else if (record.value() instanceof GenericRecord submitted
        && checks.knows(submitted.getSchema().getFullName())) {
      decide(record, submitted, cause);
    } else {
      emitter.deadLetter(IntakeCode.UNKNOWN_SCHEMA.name(), cause);
    }
  }

  private void decide(Record<String, Object> record, GenericRecord submitted, Cause cause) {
    String key = record.key();
    boolean atHome = key != null && home.isHome(key, cause.partition());
    Optional<CaseHistory> history =
        key == null ? Optional.empty() : Optional.ofNullable(histories.get(key));
    Verdict verdict = checks.avro(submitted, Cause.transport(record, atHome), history);
    verdict
        .decision()
        .next()
        .filter(next -> !rejected(verdict))
        .ifPresent(n -> histories.put(key, n));
    switch (verdict.outcome()) {
      case ACCEPTED, QUERIED -> accept(key, verdict, cause);
      case REJECTED -> emitter.rejected(verdict, cause);
      case DUPLICATE, SUPERSEDED -> {
        // nothing changes, and only the sender is told
      }
    }
    emitter.receipt(Answers.receipt(cause.eventId(), verdict), cause);
    metrics.decided(verdict);
  }

  private void accept(String caseId, Verdict verdict, Cause cause) {
    CaseCandidate candidate = verdict.candidate().orElseThrow();
    emitter.accepted(caseId, candidate, cause);
    if (verdict.outcome() == Verdict.Outcome.QUERIED) {
      emitter.query(caseId, verdict, candidate, cause);
    }
  }

  private static boolean rejected(Verdict verdict) {
    return verdict.outcome() == Verdict.Outcome.REJECTED;
  }
}
