package org.spineregistry.anchor.payout;

import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.header.EventStamp;

/** Keeps the identity of an event that has none but its coordinates, which it is about to lose. */
final class WithEventId
    extends ContextualFixedKeyProcessor<String, SpecificRecord, SpecificRecord> {

  @Override
  public void process(FixedKeyRecord<String, SpecificRecord> record) {
    RecordMetadata at = context().recordMetadata().orElseThrow();
    String eventId = EventStamp.causeOf(record.headers(), at.topic(), at.partition(), at.offset());
    Headers headers = new RecordHeaders(record.headers());
    headers.remove(EventHeaders.ID);
    headers.add(EventHeaders.ID, eventId.getBytes(StandardCharsets.UTF_8));
    context().forward(record.withHeaders(headers));
  }
}
