package org.spineregistry.service.health;

import java.util.Map;

/** A part of the service that can fail on its own. */
public interface Component {
  /** Name in health answers and logs. */
  String name();

  Condition condition();

  /** Codes and counts for the health answer; never a value of a case. */
  Map<String, Object> details();
}
