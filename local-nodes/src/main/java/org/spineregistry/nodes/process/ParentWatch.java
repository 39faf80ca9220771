package org.spineregistry.nodes.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Ends this JVM when the process that started it is gone, even by SIGKILL: the parent holds the
 * other end of standard input, and the kernel closes it.
 */
final class ParentWatch {
  static final int EXIT_CODE = 75;

  private final InputStream input;
  private final Duration grace;
  private final IntConsumer exit;
  private final IntConsumer halt;

  ParentWatch(InputStream input, Duration grace, IntConsumer exit, IntConsumer halt) {
    this.input = input;
    this.grace = grace;
    this.exit = exit;
    this.halt = halt;
  }

  /** Watches standard input; shutdown hooks have ten seconds when it ends. */
  static void start() {
    ParentWatch watch =
        new ParentWatch(
            System.in, Duration.ofSeconds(10), System::exit, Runtime.getRuntime()::halt);
    daemon("parent-watch", watch::run);
  }

  void run() {
    awaitEndOfInput();
    CountDownLatch exited = new CountDownLatch(1);
    daemon(
        "exit-after-parent",
        () -> {
          exit.accept(EXIT_CODE);
          exited.countDown();
        });
    if (!endsInTime(exited)) {
      halt.accept(EXIT_CODE);
    }
  }

  private void awaitEndOfInput() {
    try {
      input.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // a broken pipe means the same as a closed one
    }
  }

  private boolean endsInTime(CountDownLatch exited) {
    try {
      return exited.await(grace.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static void daemon(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    thread.start();
  }
}
