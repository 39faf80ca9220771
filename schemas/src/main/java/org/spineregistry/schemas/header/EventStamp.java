package org.spineregistry.schemas.header;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.spineregistry.schemas.id.SpineIds;

/**
 * Identity of events that a service derives from another event: the same input gives the same ids,
 * so a repeated run is recognised.
 *
 * @param source the service, as {@code ce_source}
 */
public record EventStamp(String source) {

  /**
   * Identity of the event that is being processed: its id, or its coordinates when the producer
   * gave none.
   *
   * @param headers its headers
   */
  public static String causeOf(Headers headers, String topic, int partition, long offset) {
    return EventHeaders.eventId(headers)
        .orElseGet(() -> SpineIds.event("coordinates", topic, partition, offset).toString());
  }

  /**
   * Headers of a new event.
   *
   * @param type event type, the record's name
   * @param subject distinguishes several events of one type with the same cause
   * @param cause the cause's id
   * @param context headers of the cause, for its trace context
   */
  public Headers derived(String type, String subject, String cause, Instant time, Headers context) {
    Headers headers = new RecordHeaders();
    String id = SpineIds.event(type, cause, subject).toString();
    EventHeaders.write(headers, id, source, type, time, cause);
    EventHeaders.text(context, EventHeaders.TRACE_PARENT)
        .ifPresent(trace -> EventHeaders.put(headers, EventHeaders.TRACE_PARENT, trace));
    return headers;
  }
}
