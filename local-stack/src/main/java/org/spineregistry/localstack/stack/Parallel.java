package org.spineregistry.localstack.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several slow things at once. */
final class Parallel {
  private Parallel() {}

  /** Returns when all are done; the first failure is thrown then. */
  static void run(List<Runnable> steps) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, steps.size()));
    try {
      List<Future<?>> running = new ArrayList<>();
      steps.forEach(step -> running.add(threads.submit(step)));
      RuntimeException failure = null;
      for (Future<?> step : running) {
        try {
          step.get();
        } catch (ExecutionException e) {
          RuntimeException own =
              e.getCause() instanceof RuntimeException known
                  ? known
                  : new IllegalStateException(e.getCause());
          failure = failure == null ? own : failure;
        }
      }
      if (failure != null) {
        throw failure;
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
