package org.spineregistry.schemas.dictionary;

import java.util.List;

/**
 * A time and what ended it: one variable in two fields, which a synthesizer must not tear apart.
 *
 * @param time name of an INTEGER or NUMBER that is never negative
 * @param status name of a BOOLEAN, CHOICE or INTEGER that says what happened at that time
 * @param events the values of {@code status} that are the event, as texts; every other value is a
 *     censoring
 */
public record DeclaredTimeToEvent(String time, String status, List<String> events) {

  public DeclaredTimeToEvent {
    events = List.copyOf(events);
  }
}
