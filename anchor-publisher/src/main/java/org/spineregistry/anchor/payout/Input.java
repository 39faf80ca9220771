package org.spineregistry.anchor.payout;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** An event that decides on payouts, and where it stands. */
record Input(Record<String, SpecificRecord> record, RecordMetadata at) {
  SpecificRecord event() {
    return record.value();
  }

  String eventId() {
    return Coordinates.eventId(record, at);
  }

  Instant time() {
    return Instant.ofEpochMilli(record.timestamp());
  }
}
