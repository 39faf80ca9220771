package org.spineregistry.anchor.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.intent.Intents;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.event.AnchorIntent;

/**
 * Sends the newest attempt of an intent, and not more often than makes sense. The same bytes land
 * at most once.
 */
final class Sending {
  private final Cluster cluster;
  private final Duration interval;
  private final Clock clock;
  private final Map<String, Instant> sentAt = new HashMap<>();

  Sending(Cluster cluster, Duration interval, Clock clock) {
    this.cluster = cluster;
    this.interval = interval;
    this.clock = clock;
  }

  void send(AnchorIntent intent) {
    AnchorAttempt attempt = Intents.newest(intent);
    sentAt.put(intent.getSubject(), clock.instant());
    cluster.send(Base64.getDecoder().decode(attempt.getTransaction()));
  }

  /** Sends again when enough time has passed, at once in a process that has not sent it yet. */
  boolean resend(AnchorIntent intent) {
    Instant last = sentAt.get(intent.getSubject());
    if (last != null && last.plus(interval).isAfter(clock.instant())) {
      return false;
    }
    send(intent);
    return true;
  }

  void settled(AnchorIntent intent) {
    sentAt.remove(intent.getSubject());
  }
}
