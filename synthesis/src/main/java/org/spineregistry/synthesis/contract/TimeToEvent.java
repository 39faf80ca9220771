package org.spineregistry.synthesis.contract;

import java.util.Set;

/**
 * A time and what ended it: one variable in two columns.
 *
 * @param time number column, at least 0
 * @param status column that says what happened at that time
 * @param events the values of {@code status} that are the event, as {@link Row#value} texts (a
 *     number without trailing zeros, such as {@code 2}); every other value is a censoring
 */
public record TimeToEvent(String time, String status, Set<String> events) {
  public TimeToEvent {
    events = Set.copyOf(events);
  }
}
