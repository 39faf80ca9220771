package org.spineregistry.nodes.process;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Watches one start until the process is ready, gone, or late. */
final class StartWatch {
  private static final long POLL_MILLIS = 20;

  private final ProcessSpec spec;
  private final Process process;
  private final ProcessOutput output;
  private final long began = System.nanoTime();

  StartWatch(ProcessSpec spec, Process process, ProcessOutput output) {
    this.spec = spec;
    this.process = process;
    this.output = output;
  }

  void await() {
    while (!spec.readiness().reached(output)) {
      if (endsWithinPoll()) {
        throw endedEarly();
      }
      if (System.nanoTime() - began > spec.startLimit().toNanos()) {
        throw new ProcessFailure(
            "%s was not ready within %s (waited for %s); its log is %s"
                .formatted(
                    spec.name(),
                    seconds(spec.startLimit().toNanos()),
                    spec.readiness().description(),
                    spec.log()));
      }
    }
    // somebody else may have answered the probe
    if (!(spec.readiness() instanceof Readiness.AtOnce) && !process.isAlive()) {
      throw endedEarly();
    }
  }

  private boolean endsWithinPoll() {
    try {
      return process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProcessFailure(spec.name() + " was interrupted while it started", e);
    }
  }

  private ProcessFailure endedEarly() {
    return new ProcessFailure(
        "%s ended with exit code %d after %s, before it was ready; its last lines are in %s"
            .formatted(
                spec.name(), process.exitValue(), seconds(System.nanoTime() - began), spec.log()));
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
  }
}
