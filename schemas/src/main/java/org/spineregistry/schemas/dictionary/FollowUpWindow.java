package org.spineregistry.schemas.dictionary;

import java.util.List;
import java.util.OptionalInt;

/**
 * A follow-up window of a campaign.
 *
 * @param filledBy variables that must all have a value for the window to count as filled
 * @param fromDay first day since surgery, for adapters that pick the window; absent where the
 *     campaign does not count days
 * @param toDay last day, inclusive
 * @param targetDay of two visits in one window, the one nearest to this day is taken
 */
public record FollowUpWindow(
    String name,
    List<String> filledBy,
    OptionalInt fromDay,
    OptionalInt toDay,
    OptionalInt targetDay) {

  public FollowUpWindow {
    filledBy = List.copyOf(filledBy);
  }
}
