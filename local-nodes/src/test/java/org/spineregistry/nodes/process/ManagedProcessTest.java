package org.spineregistry.nodes.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {
  private final ProcessGroup group = ProcessGroup.open();
  @TempDir Path folder;

  @AfterEach
  void closeGroup() {
    group.close();
  }

  @Test
  void runsOnceItsReadyLineIsThere() {
    ManagedProcess process = group.process(Shell.readySpec("echo ready; sleep 60", folder));

    process.start();

    assertThat(process.isAlive()).isTrue();
    assertThat(Running.is(process.pid())).isTrue();
    assertThat(process.exitCode()).isEmpty();
    assertThat(process.output().text()).isEqualTo("ready\n");
  }

  @Test
  void givesTheEnvironmentAndTheDirectoryToTheChild() {
    ProcessSpec spec =
        Shell.readySpec("echo ready $CAMPAIGN in $PWD; sleep 60", folder)
            .withEnvironment(Map.of("CAMPAIGN", "periodontal"))
            .withDirectory(folder);
    ManagedProcess process = group.process(spec);

    process.start();

    assertThat(process.output().text()).isEqualTo("ready periodontal in " + folder + "\n");
  }

  @Test
  void keepsStandardErrorInTheSameLog() {
    ManagedProcess process =
        group.process(Shell.readySpec("echo trouble >&2; echo ready; sleep 60", folder));

    process.start();

    assertThat(process.output().text()).isEqualTo("trouble\nready\n");
  }

  @Test
  void namesExitCodeAndLogFileOfAProcessThatEndsBeforeItIsReady() {
    ManagedProcess process = group.process(Shell.readySpec("echo secret value; exit 3", folder));

    assertThatThrownBy(process::start)
        .isInstanceOf(ProcessFailure.class)
        .hasMessageContaining("child ended with exit code 3")
        .hasMessageContaining(folder.resolve("child.log").toString())
        .hasMessageNotContaining("secret value");
    assertThat(process.exitCode()).hasValue(3);
  }

  @Test
  void saysWhatItWaitedForWhenTheLimitIsOverAndLeavesNothingRunning() {
    ProcessSpec spec =
        Shell.readySpec("sleep 60", folder)
            .withLimits(Duration.ofMillis(150), Duration.ofSeconds(10));
    ManagedProcess process = group.process(spec);

    assertThatThrownBy(process::start)
        .isInstanceOf(ProcessFailure.class)
        .hasMessageContaining("child was not ready within 0.2 s")
        .hasMessageContaining("waited for a line with '^ready'")
        .hasMessageContaining("child.log");
    assertThat(Running.is(process.pid())).isFalse();
  }

  @Test
  void namesAProgramThatIsMissing() {
    ManagedProcess process =
        group.process(ProcessSpec.of("child", List.of("no-such-program"), folder.resolve("log")));

    assertThatThrownBy(process::start)
        .isInstanceOf(ProcessFailure.class)
        .hasMessage("child cannot start: there is no program no-such-program");
    assertThatThrownBy(process::pid).hasMessage("child was never started");
  }

  @Test
  void refusesASecondStartWhileItRuns() {
    ManagedProcess process = group.process(Shell.readySpec("echo ready; sleep 60", folder));
    process.start();

    assertThatThrownBy(process::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("child already runs");
    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void doesNotTakeTheReadyLineOfAnEarlierRunForThatOfThisOne() {
    String script = "if [ -e ran ]; then exit 4; fi; touch ran; echo ready; exec sleep 60";
    ManagedProcess process = group.process(Shell.readySpec(script, folder).withDirectory(folder));
    process.start();

    assertThatThrownBy(process::restart).hasMessageContaining("child ended with exit code 4");
  }

  @Test
  void endsAStartThatIsInterruptedAndLeavesNothingRunning() {
    ManagedProcess process = group.process(Shell.readySpec("sleep 60", folder));
    Thread.currentThread().interrupt();

    assertThatThrownBy(process::start).hasMessageContaining("interrupted while it started");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(Running.is(process.pid())).isFalse();
  }

  @Test
  void keepsACtrlCInTheTerminalAwayFromTheChild() {
    ManagedProcess process = group.process(Shell.readySpec("echo ready; sleep 60", folder));

    process.start();

    assertThat(Running.sessionOf(process.pid()))
        .isEqualTo(process.pid())
        .isNotEqualTo(Running.sessionOf(ProcessHandle.current().pid()));
  }
}
