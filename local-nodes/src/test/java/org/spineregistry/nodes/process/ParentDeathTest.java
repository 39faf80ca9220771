package org.spineregistry.nodes.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A launcher in a JVM of its own, and the child of that launcher. */
class ParentDeathTest {
  private static final Pattern CHILD = Pattern.compile("child (\\d+)\n");

  private final ProcessGroup group = ProcessGroup.open();
  @TempDir Path folder;

  @AfterEach
  void closeGroup() {
    group.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"INT", "TERM", "KILL"})
  void aJvmNeverOutlivesItsParent(ProcessSignal signal) {
    ManagedProcess parent = startParent();
    long child = childOf(parent);
    assertThat(Running.is(child)).isTrue();

    signal.send(parent.pid());

    await().atMost(Duration.ofSeconds(10)).until(() -> !Running.is(child));
    await().atMost(Duration.ofSeconds(10)).until(() -> !parent.isAlive());
  }

  private ManagedProcess startParent() {
    JavaCommand command =
        JavaCommand.of(ParentProgram.class.getName()).withHeap(32).withArguments(folder.toString());
    ManagedProcess parent =
        group.process(
            ProcessSpec.of("parent", command.toList(), folder.resolve("parent.log"))
                .readyWhen(Readiness.line(CHILD)));
    parent.start();
    return parent;
  }

  private static long childOf(ManagedProcess parent) {
    Matcher line = parent.output().find(CHILD).orElseThrow();
    return Long.parseLong(line.group(1));
  }
}
