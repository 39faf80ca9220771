package org.spineregistry.synthesis.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * A fixed number of daemon threads that run independent tasks. The calling thread waits, looks for
 * cancellation ten times a second and hears how many tasks are done.
 */
public final class Workers implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 100;

  private final ExecutorService threads;
  private final BooleanSupplier cancelled;

  /**
   * @param threads at least 1
   * @param cancelled asked from the calling thread only; true ends the run
   */
  public Workers(int threads, BooleanSupplier cancelled) {
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "synthesis-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    this.cancelled = cancelled;
  }

  /**
   * Runs all tasks.
   *
   * @param done hears the number of finished tasks after each of them
   * @return results in the order of the tasks
   * @throws CancelledException if the run was cancelled or the calling thread interrupted
   */
  public <T> List<T> all(List<? extends Callable<T>> tasks, IntConsumer done) {
    CompletionService<T> completion = new ExecutorCompletionService<>(threads);
    List<Future<T>> futures = new ArrayList<>();
    checkCancelled();
    tasks.forEach(task -> futures.add(completion.submit(task)));
    try {
      for (int finished = 0; finished < tasks.size(); ) {
        checkCancelled();
        Future<T> next = completion.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
          result(next);
          done.accept(++finished);
        }
      }
      return futures.stream().map(Workers::result).toList();
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } finally {
      futures.forEach(future -> future.cancel(true));
    }
  }

  /** Runs one task. */
  public <T> T one(Callable<T> task) {
    return all(List.of(task), count -> {}).get(0);
  }

  /**
   * To be called by long tasks between their steps.
   *
   * @throws CancelledException if this task's run is over
   */
  public static void checkpoint() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancelledException();
    }
  }

  private void checkCancelled() {
    if (cancelled.getAsBoolean()) {
      throw new CancelledException();
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("a task failed", failed.getCause());
    }
  }

  /** Ends the threads; a task that still runs ends at its next checkpoint. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
