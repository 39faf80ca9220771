package org.spineregistry.anchor.payout;

import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.spineregistry.event.DeadLetter;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.service.failure.ServiceVersion;

/** Dead letter of an anchored cycle on which no payout can rest. Its cases are paid with the next cycle, as nothing marks them paid. */
final class GrantLetter {
  private GrantLetter() {}

  static String key(RecordMetadata at) {
    return at.topic() + "-" + at.partition() + "-" + at.offset();
  }

  static DeadLetter of(Record<?, ?> record, RecordMetadata at, String code) {
    return DeadLetter.newBuilder()
        .setService("anchor-publisher")
        .setVersion(ServiceVersion.of(GrantLetter.class))
        .setTopic(at.topic())
        .setPartition(at.partition())
        .setOffset(at.offset())
        .setTimestamp(record.timestamp())
        .setReasonCode(code)
        .setStage("PROCESSING")
        .setExceptionClass(null)
        .setTraceparent(EventHeaders.text(record.headers(), EventHeaders.TRACE_PARENT).orElse(null))
        .build();
  }
}
