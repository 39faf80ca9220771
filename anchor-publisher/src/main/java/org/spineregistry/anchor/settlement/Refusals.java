package org.spineregistry.anchor.settlement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Recipients to whom a transfer failed when it was simulated alone. They wait a while, and then are
 * tried again apart from all others, so that they hold up nobody. Forgotten with the process.
 */
final class Refusals {
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final Clock clock;
  private final Map<String, Instant> until = new HashMap<>();

  Refusals(Clock clock) {
    this.clock = clock;
  }

  void refused(Collection<String> beneficiaries) {
    Instant end = clock.instant().plus(PAUSE);
    beneficiaries.forEach(beneficiary -> until.put(beneficiary, end));
  }

  /** A transaction that pays them works. */
  void works(Batch signed) {
    signed.payments().forEach(payment -> until.remove(payment.beneficiaryId()));
  }

  boolean suspects(ReadyPayment ready) {
    return until.containsKey(ready.payment().beneficiaryId());
  }

  /** Whether he is suspected and it is time to try again. */
  boolean isDue(ReadyPayment ready) {
    Instant end = until.get(ready.payment().beneficiaryId());
    return end != null && !clock.instant().isBefore(end);
  }
}
