package org.spineregistry.ingestor.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.spineregistry.event.IntakeChannel;
import org.spineregistry.ingestor.check.HeaderForms;
import org.spineregistry.ingestor.check.Transport;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.header.EventStamp;

/**
 * The record in work, as events may refer to it. Of its headers only those that have their strict
 * form are taken over, and its timestamp is not: a producer could have put a date of care there.
 *
 * @param eventId its event id, or one made from its coordinates
 * @param context headers that events take over: the trace context
 * @param now time of the decision
 */
record Cause(
    String eventId,
    String topic,
    int partition,
    long offset,
    long timestamp,
    IntakeChannel channel,
    Headers context,
    Instant now) {

  /**
   * @param restSource value of {@code ce_source} on records that this service wrote for a REST
   *     client
   */
  static Cause of(Record<?, ?> record, ProcessorContext<?, ?> context, String restSource) {
    RecordMetadata at =
        context
            .recordMetadata()
            .orElseThrow(() -> new IllegalStateException("only source records are decided"));
    Optional<String> given = HeaderForms.eventId(EventHeaders.eventId(record.headers()));
    boolean rest =
        EventHeaders.text(record.headers(), EventHeaders.SOURCE)
            .filter(restSource::equals)
            .isPresent();
    Headers trace = new RecordHeaders();
    HeaderForms.traceParent(EventHeaders.text(record.headers(), EventHeaders.TRACE_PARENT))
        .ifPresent(value -> EventHeaders.put(trace, EventHeaders.TRACE_PARENT, value));
    return new Cause(
        given.orElseGet(
            () -> EventStamp.causeOf(new RecordHeaders(), at.topic(), at.partition(), at.offset())),
        at.topic(),
        at.partition(),
        at.offset(),
        record.timestamp(),
        rest ? IntakeChannel.REST : IntakeChannel.KAFKA,
        trace,
        Instant.ofEpochMilli(context.currentSystemTimeMs()));
  }

  /** The transport of a record, for the checks. */
  static Transport transport(Record<String, ?> record, boolean home) {
    List<Transport.Header> headers = new ArrayList<>();
    record
        .headers()
        .forEach(
            header ->
                headers.add(
                    new Transport.Header(
                        header.key(),
                        header.value() == null
                            ? null
                            : new String(header.value(), StandardCharsets.UTF_8))));
    return new Transport(record.key(), true, home, headers);
  }

  /** The coordinates, for a dead letter. */
  ConsumerRecord<?, ?> coordinates() {
    return new ConsumerRecord<>(
        topic,
        partition,
        offset,
        timestamp,
        TimestampType.CREATE_TIME,
        ConsumerRecord.NULL_SIZE,
        ConsumerRecord.NULL_SIZE,
        null,
        null,
        context,
        Optional.empty());
  }
}
