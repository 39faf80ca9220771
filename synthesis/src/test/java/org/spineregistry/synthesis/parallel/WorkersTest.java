package org.spineregistry.synthesis.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WorkersTest {
  @Test
  void resultsKeepTheOrderOfTheTasks() {
    List<Callable<Integer>> tasks = new ArrayList<>();
    IntStream.range(0, 100).forEach(i -> tasks.add(() -> i));
    List<Integer> heard = new ArrayList<>();

    try (Workers workers = new Workers(8, () -> false)) {
      assertThat(workers.all(tasks, heard::add))
          .isEqualTo(IntStream.range(0, 100).boxed().toList());
    }
    assertThat(heard).isEqualTo(IntStream.rangeClosed(1, 100).boxed().toList());
  }

  @Test
  void aFailureOfATaskIsTheFailureOfAll() {
    try (Workers workers = new Workers(2, () -> false)) {
      assertThatThrownBy(
              () ->
                  workers.one(
                      () -> {
                        throw new IllegalArgumentException("bmi: no fit");
                      }))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("bmi: no fit");
    }
  }

  @Test
  void cancellationEndsTheWaitAndInterruptsTheTask() throws Exception {
    AtomicBoolean cancelled = new AtomicBoolean();
    CountDownLatch stopped = new CountDownLatch(1);
    try (Workers workers = new Workers(1, cancelled::get)) {
      assertThatThrownBy(
              () ->
                  workers.one(
                      () -> {
                        cancelled.set(true);
                        try {
                          spinUntilCancelled();
                        } finally {
                          stopped.countDown();
                        }
                        return 1;
                      }))
          .isInstanceOf(CancelledException.class);
      stopped.await();
    }
  }

  @Test
  void aRunThatIsCancelledBeforehandStartsNothing() {
    AtomicBoolean started = new AtomicBoolean();
    try (Workers workers = new Workers(1, () -> true)) {
      assertThatThrownBy(() -> workers.one(() -> started.getAndSet(true)))
          .isInstanceOf(CancelledException.class);
    }
    assertThat(started).isFalse();
  }

  @Test
  void anInterruptOfTheCallerCancelsAndStaysSet() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    List<Throwable> thrown = new ArrayList<>();
    List<Boolean> interrupted = new ArrayList<>();
    Thread caller =
        new Thread(
            () -> {
              try (Workers workers = new Workers(1, () -> false)) {
                workers.one(
                    () -> {
                      running.countDown();
                      return spinUntilCancelled();
                    });
              } catch (CancelledException cancelled) {
                thrown.add(cancelled);
                interrupted.add(Thread.currentThread().isInterrupted());
              }
            });
    caller.start();
    running.await();

    caller.interrupt();
    caller.join(10_000);

    assertThat(thrown).hasSize(1);
    assertThat(interrupted).containsExactly(true);
  }

  private static int spinUntilCancelled() {
    while (true) {
      Workers.checkpoint();
      Thread.onSpinWait();
    }
  }
}
