package org.spineregistry.nodes.process;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A child process that can be started, stopped, killed and started again. Made by {@link
 * ProcessGroup#process}.
 *
 * <p>Its standard input is a pipe that nobody writes to: it ends when the parent dies, by whatever
 * death, and a guarded child ({@link JavaCommand}, ) then ends too. Safe for use by several
 * threads.
 */
public final class ManagedProcess implements AutoCloseable {
  private final ProcessSpec spec;
  private final ProcessGroup group;
  private volatile Process process;
  private volatile ProcessOutput output;

  ManagedProcess(ProcessSpec spec, ProcessGroup group) {
    this.spec = spec;
    this.group = group;
  }

  /**
   * Starts the process and returns when it is ready.
   *
   * @throws ProcessFailure if the program is missing, ends early or is not ready in time; nothing
   *     is left running
   * @throws IllegalStateException if it already runs
   */
  public void start() {
    Process child = launch();
    try {
      new StartWatch(spec, child, output).await();
    } catch (RuntimeException e) {
      kill();
      throw e;
    }
  }

  private synchronized Process launch() {
    if (isAlive()) {
      throw new IllegalStateException(spec.name() + " already runs with pid " + pid());
    }
    group.requireOpen(spec.name());
    String program = spec.command().get(0);
    if (Executables.find(program).isEmpty()) {
      throw new ProcessFailure(spec.name() + " cannot start: there is no program " + program);
    }
    try {
      Files.createDirectories(spec.log().getParent());
      output = ProcessOutput.startingNow(spec.log());
      ProcessBuilder builder = new ProcessBuilder(OwnSession.of(spec.command()));
      builder.environment().putAll(spec.environment());
      builder.directory(spec.directory().toFile());
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
      process = builder.start();
      return process;
    } catch (IOException e) {
      throw new ProcessFailure(spec.name() + " cannot start: " + e.getMessage(), e);
    }
  }

  /**
   * SIGTERM, SIGKILL when the limit is over; returns when the process is gone. Nothing happens if
   * it is not there.
   */
  public synchronized void stop() {
    if (isAlive()) {
      // not process.destroy(): that closes the child's standard input, which means the parent's
      // death
      process.toHandle().destroy();
      if (!ends(spec.stopLimit())) {
        kill();
      }
    }
  }

  /** SIGKILL; returns when the process is gone. */
  public synchronized void kill() {
    if (isAlive()) {
      process.toHandle().destroyForcibly();
      ends(Duration.ofSeconds(10));
    }
  }

  /** {@link #stop} and {@link #start}. */
  public void restart() {
    stop();
    start();
  }

  /** The same as {@link #stop}. */
  @Override
  public void close() {
    stop();
  }

  /** Process id of the latest start. */
  public long pid() {
    if (process == null) {
      throw new IllegalStateException(spec.name() + " was never started");
    }
    return process.pid();
  }

  public boolean isAlive() {
    Process child = process;
    return child != null && child.isAlive();
  }

  /**
   * Exit code of the latest run, 128 + n after signal n; empty while it runs or was never started.
   */
  public OptionalInt exitCode() {
    Process child = process;
    return child == null || child.isAlive()
        ? OptionalInt.empty()
        : OptionalInt.of(child.exitValue());
  }

  /** What the latest run has written; only after a start. */
  public ProcessOutput output() {
    return output;
  }

  public ProcessSpec spec() {
    return spec;
  }

  /**
   * An interrupted wait turns into SIGKILL: who interrupts wants an end, and nothing may be left
   * over.
   */
  private boolean ends(Duration limit) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
          process.toHandle().destroyForcibly();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
