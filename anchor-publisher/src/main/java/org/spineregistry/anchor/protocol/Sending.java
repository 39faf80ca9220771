package org.spineregistry.anchor.protocol;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.intent.Attempts;

/**
 * Sends the newest attempts of intents, and not more often than makes sense. The same bytes land at
 * most once.
 */
public final class Sending {
  private final Cluster cluster;
  private final Duration interval;
  private final Clock clock;
  private final SideBySide calls;
  private final Map<String, Instant> sentAt = new HashMap<>();

  public Sending(Cluster cluster, SideBySide calls, Duration interval, Clock clock) {
    this.cluster = cluster;
    this.calls = calls;
    this.interval = interval;
    this.clock = clock;
  }

  void send(List<? extends ChainIntent> intents) {
    Instant now = clock.instant();
    intents.forEach(intent -> sentAt.put(intent.subject(), now));
    calls.all(intents.stream().map(this::call).toList());
  }

  private Callable<Boolean> call(ChainIntent intent) {
    byte[] transaction =
        Base64.getDecoder().decode(Attempts.newest(intent.attempts()).getTransaction());
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
  int resend(List<? extends ChainIntent> intents) {
    Instant now = clock.instant();
    List<? extends ChainIntent> due =
        intents.stream()
            .filter(
                intent -> {
                  Instant last = sentAt.get(intent.subject());
                  return last == null || !last.plus(interval).isAfter(now);
                })
            .toList();
    send(due);
    return due.size();
  }

  void settled(ChainIntent intent) {
    sentAt.remove(intent.subject());
  }
}
