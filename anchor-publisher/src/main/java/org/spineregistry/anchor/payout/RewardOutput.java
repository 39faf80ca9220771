package org.spineregistry.anchor.payout;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.spineregistry.event.DeadLetter;
import org.spineregistry.event.HoldsDue;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.id.SpineIds;
import org.spineregistry.service.failure.DeadLetters;

/** Hands on what was decided, as events that follow from the input alone. */
final class RewardOutput {
  private static final String HOLDS_DUE = "holds-due";

  private final ProcessorContext<String, SpecificRecord> context;
  private final DeadLetters letters;
  private final EventStamp stamp;

  RewardOutput(
      ProcessorContext<String, SpecificRecord> context, DeadLetters letters, EventStamp stamp) {
    this.context = context;
    this.letters = letters;
    this.stamp = stamp;
  }

  /**
   * @param subject of the event's identity
   */
  void write(Input cause, String key, String subject, SpecificRecord value) {
    String type = value.getSchema().getName();
    context.forward(
        new Record<>(
            key,
            value,
            cause.record().timestamp(),
            stamp.derived(type, subject, cause.eventId(), cause.time(), cause.record().headers())));
  }

  void letter(Input input, String code) {
    DeadLetter letter =
        letters.event(Coordinates.of(input.record(), input.at()), code, "PROCESSING", null);
    write(input, DeadLetters.key(letter), DeadLetters.key(letter), letter);
  }

  /** The time as an event. */
  void clock(Instant now) {
    HoldsDue event = HoldsDue.newBuilder().setAt(now).build();
    context.forward(
        new Record<>(
            HOLDS_DUE,
            event,
            now.toEpochMilli(),
            stamp.derived(
                event.getSchema().getName(),
                HOLDS_DUE,
                SpineIds.event("clock", now).toString(),
                now,
                new RecordHeaders())));
  }
}
