package org.spineregistry.ingestor.intake;

import static org.spineregistry.ingestor.code.IntakeCode.KEY_MISMATCH;
import static org.spineregistry.ingestor.code.IntakeCode.NOT_DECODABLE;
import static org.spineregistry.ingestor.code.IntakeCode.UNKNOWN_CASE;
import static org.spineregistry.ingestor.code.IntakeCode.WRONG_PARTITION;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.spineregistry.event.CaseWithdrawn;
import org.spineregistry.ingestor.IntakeMetrics;
import org.spineregistry.ingestor.event.Answers;
import org.spineregistry.ingestor.revision.CaseHistory;
import org.spineregistry.schemas.dictionary.Finding;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.service.failure.DeadLetters;

/**
 * Takes a case out: a tombstone where it was accepted, a marker without content in the history. A
 * withdrawal of a case that is not known is kept as well, since its submission may still be on the
 * way.
 */
final class WithdrawCase extends ContextualProcessor<String, CaseWithdrawn, String, Object> {
  private final HomePartition home;
  private final EventStamp stamp;
  private final DeadLetters letters;
  private final IntakeMetrics metrics;
  private KeyValueStore<String, CaseHistory> histories;
  private Emitter emitter;

  WithdrawCase(HomePartition home, EventStamp stamp, DeadLetters letters, IntakeMetrics metrics) {
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
  public void process(Record<String, CaseWithdrawn> record) {
    Cause cause = Cause.of(record, context(), stamp.source());
    if (record.value() == null) {
      emitter.deadLetter(NOT_DECODABLE.name(), cause);
    } else if (!record.value().getCaseId().equals(record.key())) {
      emitter.deadLetter(KEY_MISMATCH.name(), cause);
    } else if (!home.isHome(record.key(), cause.partition())) {
      emitter.deadLetter(WRONG_PARTITION.name(), cause);
    } else {
      withdraw(record.key(), Optional.ofNullable(histories.get(record.key())), cause);
    }
  }

  private void withdraw(String caseId, Optional<CaseHistory> history, Cause cause) {
    boolean before = history.isPresent() && history.get().withdrawn();
    if (!before) {
      histories.put(caseId, CaseHistory.withdrawnMarker());
      history.ifPresent(known -> emitter.removed(caseId, known.campaignId(), cause));
      metrics.withdrawn(history.map(CaseHistory::campaignId));
    }
    List<Finding> findings = history.isPresent() ? List.of() : List.of(UNKNOWN_CASE.at("caseId"));
    emitter.receipt(Answers.withdrawn(cause.eventId(), caseId, findings), cause);
  }
}
