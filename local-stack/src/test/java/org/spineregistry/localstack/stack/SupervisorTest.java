package org.spineregistry.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.nodes.process.ManagedProcess;
import org.spineregistry.nodes.process.ProcessGroup;
import org.spineregistry.nodes.process.ProcessSpec;

class SupervisorTest implements StackListener {
  @TempDir private Path folder;
  private final ProcessGroup group = ProcessGroup.open();
  private final List<String> news = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    group.close();
  }

  @Test
  void aKilledPartIsStartedAgain() {
    ManagedProcess part = process("sleep", "600");
    part.start();
    try (Supervisor supervisor = new Supervisor(List.of(part), this)) {
      supervisor.start();
      long before = part.pid();
      part.kill();
      await().atMost(Duration.ofSeconds(20)).until(() -> part.isAlive() && part.pid() != before);
      assertThat(news).contains("restarting part 137");
      assertThat(supervisor.failure()).isNull();
    }
  }

  @Test
  void aPartThatEndsAgainAndAgainIsGivenUp() {
    ManagedProcess part = process("false");
    part.start();
    try (Supervisor supervisor = new Supervisor(List.of(part), this)) {
      supervisor.start();
      await().atMost(Duration.ofSeconds(20)).until(() -> supervisor.failure() != null);
      assertThat(supervisor.failure()).startsWith("part ended 4 times; its log is ");
      assertThat(news).filteredOn(line -> line.startsWith("restarting")).hasSize(3);
    }
  }

  @Test
  void nothingIsStartedOnceItIsClosed() {
    ManagedProcess part = process("sleep", "600");
    part.start();
    Supervisor supervisor = new Supervisor(List.of(part), this);
    supervisor.start();
    supervisor.close();
    part.stop();
    await()
        .during(Duration.ofMillis(700))
        .atMost(Duration.ofSeconds(5))
        .until(() -> !part.isAlive());
  }

  private ManagedProcess process(String... command) {
    return group.process(ProcessSpec.of("part", List.of(command), folder.resolve("part.log")));
  }

  @Override
  public void started(String part, Duration after) {
    news.add("started " + part);
  }

  @Override
  public void restarting(String part, int exitCode) {
    news.add("restarting " + part + " " + exitCode);
  }

  @Override
  public void gaveUp(String part, String reason) {
    news.add("gave up " + part);
  }
}
