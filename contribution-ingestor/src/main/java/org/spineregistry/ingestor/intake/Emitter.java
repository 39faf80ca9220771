package org.spineregistry.ingestor.intake;

import java.util.UUID;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spineregistry.event.CaseReceipt;
import org.spineregistry.event.CaseRejected;
import org.spineregistry.event.DeadLetter;
import org.spineregistry.event.IntakeChannel;
import org.spineregistry.ingestor.check.Verdict;
import org.spineregistry.ingestor.event.Answers;
import org.spineregistry.schemas.dictionary.CaseCandidate;
import org.spineregistry.schemas.dictionary.CaseRecords;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.service.failure.DeadLetters;

/**
 * Sends what a decision gives rise to. Every event has an id that follows from its cause, and the
 * time of the decision.
 */
final class Emitter {
  private static final Logger LOGGER = LoggerFactory.getLogger(Emitter.class);

  private final ProcessorContext<String, Object> context;
  private final EventStamp stamp;
  private final DeadLetters letters;

  Emitter(ProcessorContext<String, Object> context, EventStamp stamp, DeadLetters letters) {
    this.context = context;
    this.stamp = stamp;
    this.letters = letters;
  }

  void accepted(String caseId, CaseCandidate candidate, Cause cause) {
    GenericRecord record = CaseRecords.toAvro(candidate);
    String campaignId = candidate.dictionary().campaignId();
    forward(caseId, new AcceptedCase(campaignId, record), record.getSchema().getName(), cause);
  }

  /** Tombstone of an accepted case. */
  void removed(String caseId, String campaignId, Cause cause) {
    forward(caseId, new AcceptedCase(campaignId, null), "CaseWithdrawn", cause);
  }

  void rejected(Verdict verdict, Cause cause) {
    String rejectionId = UUID.randomUUID().toString();
    CaseRejected event =
        Answers.rejected(verdict, rejectionId, cause.channel(), cause.now())
            .setRequestId(cause.channel() == IntakeChannel.REST ? cause.eventId() : null)
            .setTopic(cause.topic())
            .setPartition(cause.partition())
            .setOffset(cause.offset())
            .build();
    event(rejectionId, event, cause);
  }

  void query(String caseId, Verdict verdict, CaseCandidate candidate, Cause cause) {
    event(caseId, Answers.query(verdict, candidate, cause.now()), cause);
  }

  void receipt(CaseReceipt receipt, Cause cause) {
    event(receipt.getRequestId(), receipt, cause);
  }

  /** A record that no check can say anything about. */
  void deadLetter(String reasonCode, Cause cause) {
    LOGGER
        .atWarn()
        .addKeyValue("topic", cause.topic())
        .addKeyValue("partition", cause.partition())
        .addKeyValue("offset", cause.offset())
        .addKeyValue("code", reasonCode)
        .log("record became a dead letter");
    DeadLetter letter = letters.event(cause.coordinates(), reasonCode, "PROCESSING", null);
    event(DeadLetters.key(letter), letter, cause);
  }

  private void event(String key, SpecificRecord event, Cause cause) {
    forward(key, event, event.getSchema().getName(), cause);
  }

  private void forward(String key, Object value, String type, Cause cause) {
    // the coordinates too: a producer may give the same event id to different records
    String subject = cause.partition() + "-" + cause.offset();
    Headers headers = stamp.derived(type, subject, cause.eventId(), cause.now(), cause.context());
    context.forward(new Record<>(key, value, cause.now().toEpochMilli(), headers));
  }
}
