package org.spineregistry.nodes.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessGroupTest {
  @TempDir Path folder;

  @Test
  void closesItsMembersInReverseOrderAndOnce() {
    List<String> closed = new ArrayList<>();
    ProcessGroup group = ProcessGroup.open();
    group.add(() -> closed.add("data folder"));
    group.add(() -> closed.add("broker"));
    group.add(() -> closed.add("service"));

    group.close();
    group.close();

    assertThat(closed).containsExactly("service", "broker", "data folder");
  }

  @Test
  void stopsTheOtherMembersWhenOneCannotBeClosed() {
    ProcessGroup group = ProcessGroup.open();
    ManagedProcess process = group.process(Shell.readySpec("echo ready; sleep 60", folder));
    process.start();
    group.add(
        () -> {
          throw new IllegalStateException("disk full");
        });

    assertThatThrownBy(group::close)
        .isInstanceOf(ProcessFailure.class)
        .hasMessageContaining("disk full");
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void refusesToStartAProcessOnceItIsClosed() {
    ProcessGroup group = ProcessGroup.open();
    ManagedProcess process = group.process(Shell.spec("sleep 60", folder));
    group.close();

    assertThatThrownBy(process::start)
        .isInstanceOf(ProcessFailure.class)
        .hasMessage("child cannot start: everything is being stopped");
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void endsAStartThatIsStillWaiting() throws InterruptedException {
    ProcessGroup group = ProcessGroup.open();
    ManagedProcess process = group.process(Shell.readySpec("exec sleep 60", folder));
    List<Throwable> failures = new ArrayList<>();
    Thread starter = new Thread(process::start, "starter");
    starter.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
    starter.start();
    await().until(process::isAlive);

    group.close();
    starter.join();

    assertThat(process.isAlive()).isFalse();
    assertThat(failures)
        .singleElement()
        .satisfies(failure -> assertThat(failure).hasMessageContaining("exit code 143"));
  }

  @Test
  void leavesNoThreadBehind() {
    Set<Thread> before = threads();
    try (ProcessGroup group = ProcessGroup.open()) {
      group.process(Shell.readySpec("echo ready; sleep 60", folder)).start();
    }

    assertThat(threads()).isSubsetOf(before);
  }

  /** Without the JDK's own pool that collects ended processes and goes away by itself. */
  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.getName().startsWith("process reaper"))
        .collect(Collectors.toSet());
  }
}
