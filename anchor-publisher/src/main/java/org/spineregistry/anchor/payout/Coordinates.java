package org.spineregistry.anchor.payout;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.spineregistry.schemas.header.EventStamp;

/** Where a record is. */
final class Coordinates {
  private Coordinates() {}

  static String eventId(Record<?, ?> record, RecordMetadata at) {
    return EventStamp.causeOf(record.headers(), at.topic(), at.partition(), at.offset());
  }

  /** The record without its key and value. */
  static ConsumerRecord<?, ?> of(Record<?, ?> record, RecordMetadata at) {
    return new ConsumerRecord<>(
        at.topic(),
        at.partition(),
        at.offset(),
        record.timestamp(),
        TimestampType.CREATE_TIME,
        ConsumerRecord.NULL_SIZE,
        ConsumerRecord.NULL_SIZE,
        null,
        null,
        record.headers(),
        Optional.empty());
  }
}
