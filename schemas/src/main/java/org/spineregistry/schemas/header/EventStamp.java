package org.spineregistry.schemas.header;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.spineregistry.schemas.id.SpineIds;

/**
 * Identity of events that a service derives from another event: the same input gives the same ids,
 * so a repeated run is recognised.
 */
public final class EventStamp {
  private static final Header SPEC_VERSION = header(EventHeaders.SPEC_VERSION, "1.0");

  private final String name;
  private final Header source;
  private final Map<String, Header> types = new ConcurrentHashMap<>();

  /**
   * @param source the service, as {@code ce_source}
   */
  public EventStamp(String source) {
    this.name = source;
    this.source = header(EventHeaders.SOURCE, source);
  }

  /** The service, as {@code ce_source}. */
  public String source() {
    return name;
  }

  /**
   * Identity of the event that is being processed: its id, or its coordinates when the producer
   * gave none that is a UUID. Any other text could hold anything, and would be passed on.
   *
   * @param headers its headers
   */
  public static String causeOf(Headers headers, String topic, int partition, long offset) {
    return EventHeaders.eventId(headers)
        .filter(EventStamp::isUuid)
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
    RecordHeaders headers = new RecordHeaders();
    headers.add(SPEC_VERSION);
    headers.add(header(EventHeaders.ID, SpineIds.event(type, cause, subject).toString()));
    headers.add(source);
    headers.add(types.computeIfAbsent(type, t -> header(EventHeaders.TYPE, t)));
    headers.add(header(EventHeaders.TIME, time.toString()));
    headers.add(header(EventHeaders.CAUSE, cause));
    Header trace = context.lastHeader(EventHeaders.TRACE_PARENT);
    if (trace != null) {
      headers.add(trace);
    }
    return headers;
  }

  /** Without a regular expression: it is asked for every record. */
  private static boolean isUuid(String id) {
    if (id.length() != 36) {
      return false;
    }
    for (int i = 0; i < 36; i++) {
      char c = id.charAt(i);
      boolean fits =
          i == 8 || i == 13 || i == 18 || i == 23
              ? c == '-'
              : c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
