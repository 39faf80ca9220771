package org.spineregistry.nodes.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedMainTest {
  private final ProcessGroup group = ProcessGroup.open();
  @TempDir Path folder;

  @AfterEach
  void closeGroup() {
    group.close();
  }

  @Test
  void passesTheArgumentsAndTheExitCodeOn() {
    ManagedProcess process = run(Echo.class.getName());

    assertThatThrownBy(process::start).hasMessageContaining("exit code 7");

    assertThat(process.output().text()).isEqualTo("one|two words\n");
  }

  @Test
  void endsWithAnErrorWhenTheMainClassThrows() {
    ManagedProcess process = run(Thrower.class.getName());

    assertThatThrownBy(process::start).hasMessageContaining("exit code 1");

    assertThat(process.output().text())
        .contains("IllegalStateException: no configuration")
        .doesNotContain("InvocationTargetException");
  }

  @Test
  void asksForAClassToRun() {
    assertThatThrownBy(() -> GuardedMain.main(new String[0]))
        .hasMessage("the first argument is the class to run");
  }

  private ManagedProcess run(String mainClass) {
    JavaCommand command = JavaCommand.of(mainClass).withHeap(32).withArguments("one", "two words");
    return group.process(
        ProcessSpec.of("main", command.toList(), folder.resolve("main.log"))
            .readyWhen(Readiness.tcp(1))
            .withLimits(Duration.ofSeconds(20), Duration.ofSeconds(1)));
  }

  static final class Echo {
    private Echo() {}

    public static void main(String[] arguments) {
      System.out.println(String.join("|", arguments));
      System.exit(7);
    }
  }

  static final class Thrower {
    private Thrower() {}

    public static void main(String[] arguments) {
      throw new IllegalStateException("no configuration");
    }
  }
}
