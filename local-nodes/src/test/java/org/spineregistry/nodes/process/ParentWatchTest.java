package org.spineregistry.nodes.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ParentWatchTest {
  private final AtomicInteger exited = new AtomicInteger();
  private final AtomicInteger halted = new AtomicInteger();

  @Test
  void exitsWhenStandardInputEndsAndNotBefore() throws IOException {
    PipedOutputStream parent = new PipedOutputStream();
    PipedInputStream input = new PipedInputStream(parent);
    Thread watch =
        new Thread(new ParentWatch(input, Duration.ofSeconds(10), exited::set, halted::set)::run);
    watch.start();
    parent.write("something a parent may say".getBytes(StandardCharsets.UTF_8));
    await().until(() -> input.available() == 0);
    assertThat(exited).hasValue(0);

    parent.close();

    await().until(() -> !watch.isAlive());
    assertThat(exited).hasValue(ParentWatch.EXIT_CODE);
    assertThat(halted).hasValue(0);
  }

  @Test
  void haltsWhenShutdownHangs() {
    CountDownLatch never = new CountDownLatch(1);
    ParentWatch watch =
        new ParentWatch(
            new ByteArrayInputStream(new byte[0]),
            Duration.ofMillis(50),
            code -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            halted::set);

    watch.run();
    never.countDown();

    assertThat(halted).hasValue(ParentWatch.EXIT_CODE);
  }
}
