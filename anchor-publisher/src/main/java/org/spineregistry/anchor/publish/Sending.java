package org.spineregistry.anchor.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.intent.Intents;
import org.spineregistry.event.AnchorIntent;

/**
 * Sends the newest attempts of intents, and not more often than makes sense. The same bytes land at
 * most once.
 */
final class Sending {
  private final Cluster cluster;
  private final Duration interval;
  private final Clock clock;
  private final SideBySide calls;
  private final Map<String, Instant> sentAt = new HashMap<>();

  Sending(Cluster cluster, SideBySide calls, Duration interval, Clock clock) {
    this.cluster = cluster;
    this.calls = calls;
    this.interval = interval;
    this.clock = clock;
  }

  void send(List<AnchorIntent> intents) {
    Instant now = clock.instant();
    intents.forEach(intent -> sentAt.put(intent.getSubject(), now));
    calls.all(intents.stream().map(this::call).toList());
  }

  private Callable<Boolean> call(AnchorIntent intent) {
    byte[] transaction = Base64.getDecoder().decode(Intents.newest(intent).getTransaction());
    return () -> {
      cluster.send(transaction);
      return true;
    };
  }

  /**
   * Sends again where enough time has passed, at once in a process that has not sent it yet.
   *
   * @return how many were sent
   */
  int resend(List<AnchorIntent> intents) {
    Instant now = clock.instant();
    List<AnchorIntent> due =
        intents.stream()
            .filter(
                intent -> {
                  Instant last = sentAt.get(intent.getSubject());
                  return last == null || !last.plus(interval).isAfter(now);
                })
            .toList();
    send(due);
    return due.size();
  }

  void settled(AnchorIntent intent) {
    sentAt.remove(intent.getSubject());
  }
}
