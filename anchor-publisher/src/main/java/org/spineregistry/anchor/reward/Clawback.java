package org.spineregistry.anchor.reward;

import static org.spineregistry.event.RulingCause.CASE_WITHDRAWN;
import static org.spineregistry.event.RulingCause.CREDENTIAL_REVOKED;
import static org.spineregistry.event.RulingCause.DUPLICATE_CASE;
import static org.spineregistry.event.RulingCause.ENTERED_IN_ERROR;
import static org.spineregistry.event.RulingCause.IDENTIFIER_FOUND;
import static org.spineregistry.event.RulingCause.WINDOW_EMPTIED;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.spineregistry.event.Recovery;
import org.spineregistry.event.RulingCause;

/**
 * How far back payouts are reversed, by cause, and how what was paid comes back. A cause that is
 * not named reaches all the way: somebody decided it by hand.
 */
public record Clawback(Map<RulingCause, Reach> reaches, Recovery recovery) {
  /** A credential that is revoked for cause costs what can still be disputed. */
  private static final Duration DISPUTE = Duration.ofDays(14);

  /** A patient's withdrawal is no fault of the contributor. */
  private static final Map<RulingCause, Reach> DEFAULTS =
      Map.of(
          CASE_WITHDRAWN, Reach.NONE,
          ENTERED_IN_ERROR, Reach.ALL,
          IDENTIFIER_FOUND, Reach.ALL,
          DUPLICATE_CASE, Reach.ALL,
          WINDOW_EMPTIED, Reach.ALL,
          CREDENTIAL_REVOKED, Reach.of(DISPUTE));

  public static final Clawback DEFAULT = new Clawback(Map.of(), Recovery.OFFSET_FUTURE);

  /**
   * @param reaches those that differ from the defaults
   */
  public Clawback {
    Map<RulingCause, Reach> all = new EnumMap<>(DEFAULTS);
    all.putAll(reaches);
    reaches = Collections.unmodifiableMap(all);
  }

  public Reach of(RulingCause cause) {
    return reaches.getOrDefault(cause, Reach.ALL);
  }
}
