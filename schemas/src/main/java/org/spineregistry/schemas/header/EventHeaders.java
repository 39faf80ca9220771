package org.spineregistry.schemas.header;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Identity of an event in record headers: CloudEvents 1.0 binary mode, the event that led to it,
 * W3C trace context. Values are UTF-8 text.
 */
public final class EventHeaders {
  public static final String ID = "ce_id";
  public static final String SOURCE = "ce_source";
  public static final String TYPE = "ce_type";
  public static final String SPEC_VERSION = "ce_specversion";
  public static final String TIME = "ce_time";
  public static final String SUBJECT = "ce_subject";
  public static final String CAUSE = "spine_causeid";
  public static final String TRACE_PARENT = "traceparent";
  public static final String TRACE_STATE = "tracestate";

  /** Marks a record that was written again on request; it says nothing new. */
  public static final String REPLAY = "spine-replay";

  private EventHeaders() {}

  /**
   * Writes the identity of a new event, replacing an earlier one. The trace context is kept as it
   * is.
   *
   * @param causeId event that led to this one, or null
   */
  public static void write(
      Headers headers, String eventId, String source, String type, Instant time, String causeId) {
    put(headers, SPEC_VERSION, "1.0");
    put(headers, ID, eventId);
    put(headers, SOURCE, source);
    put(headers, TYPE, type);
    put(headers, TIME, time.toString());
    headers.remove(SUBJECT);
    headers.remove(CAUSE);
    if (causeId != null) {
      put(headers, CAUSE, causeId);
    }
  }

  public static void put(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Text of the last header of that name; empty when absent or without a value. */
  public static Optional<String> text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
  }

  public static Optional<String> eventId(Headers headers) {
    return text(headers, ID);
  }
}
