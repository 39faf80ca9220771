package org.spineregistry.localstack.stack;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spineregistry.nodes.process.ManagedProcess;
import org.spineregistry.nodes.process.ProcessFailure;

/**
 * Starts a part again that ended by itself, as a process manager does elsewhere; gives a part up
 * that ends again and again.
 */
final class Supervisor implements AutoCloseable {
  private static final long POLL_MILLIS = 200;
  private static final int MOST = 3;
  private static final Duration WITHIN = Duration.ofMinutes(5);

  private final List<ManagedProcess> parts;
  private final StackListener listener;
  private final Map<String, Deque<Long>> ends = new HashMap<>();
  private final Thread thread = new Thread(this::watch, "supervisor");
  private volatile boolean closed;
  private volatile String failure;

  Supervisor(List<ManagedProcess> parts, StackListener listener) {
    this.parts = List.copyOf(parts);
    this.listener = listener;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Why a part was given up, or null. */
  String failure() {
    return failure;
  }

  private void watch() {
    try {
      while (!closed && failure == null) {
        for (ManagedProcess part : parts) {
          if (!closed && !part.isAlive()) {
            restart(part);
          }
        }
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  private void restart(ManagedProcess part) {
    String name = part.spec().name();
    if (tooOften(name)) {
      failure = name + " ended " + (MOST + 1) + " times; its log is " + part.spec().log();
      listener.gaveUp(name, failure);
      return;
    }
    listener.restarting(name, part.exitCode().orElse(-1));
    long began = System.nanoTime();
    try {
      part.start();
      listener.started(name, Duration.ofNanos(System.nanoTime() - began));
    } catch (ProcessFailure e) {
      if (!closed) {
        failure = e.getMessage();
        listener.gaveUp(name, failure);
      }
    }
  }

  private boolean tooOften(String name) {
    long now = System.nanoTime();
    Deque<Long> times = ends.computeIfAbsent(name, n -> new ArrayDeque<>());
    while (!times.isEmpty() && now - times.peek() > WITHIN.toNanos()) {
      times.remove();
    }
    times.add(now);
    return times.size() > MOST;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
