package org.spineregistry.nodes.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessStopTest {
  /** Sleeps in steps, because a shell acts on a signal only between commands. */
  private static final String FOREVER = "while :; do sleep 0.05; done";

  private final ProcessGroup group = ProcessGroup.open();
  @TempDir Path folder;

  @AfterEach
  void closeGroup() {
    group.close();
  }

  @Test
  void stopLetsTheProcessFinish() {
    ManagedProcess process =
        started("trap 'echo goodbye; exit 0' TERM; echo ready; " + FOREVER, Duration.ofSeconds(10));

    process.stop();

    assertThat(process.exitCode()).hasValue(0);
    assertThat(process.output().text()).endsWith("goodbye\n");
    assertThat(Running.state(process.pid())).as("no zombie either").isEqualTo('X');
  }

  @Test
  void stopKillsAProcessThatIgnoresSigterm() {
    ManagedProcess process =
        started("trap '' TERM; echo ready; " + FOREVER, Duration.ofMillis(200));

    process.stop();

    assertThat(process.exitCode()).hasValue(128 + 9);
    assertThat(Running.state(process.pid())).isEqualTo('X');
  }

  @Test
  void stopEndsAPausedProcess() {
    ManagedProcess process = started("echo ready; " + FOREVER, Duration.ofMillis(200));
    ProcessSignal.STOP.send(process.pid());

    process.stop();

    assertThat(Running.is(process.pid())).isFalse();
  }

  @Test
  void killLeavesNoChanceToCleanUp() {
    ManagedProcess process =
        started("trap 'echo goodbye; exit 0' TERM; echo ready; " + FOREVER, Duration.ofSeconds(10));

    process.kill();

    assertThat(process.exitCode()).hasValue(128 + 9);
    assertThat(process.output().text()).doesNotContain("goodbye");
  }

  @Test
  void stoppingTwiceOrBeforeTheStartDoesNothing() {
    ManagedProcess process = group.process(Shell.readySpec("echo ready; " + FOREVER, folder));

    process.stop();
    process.start();
    process.stop();
    process.stop();
    process.kill();

    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void restartGivesANewProcessAndAppendsToTheLog() {
    ManagedProcess process = started("echo ready; " + FOREVER, Duration.ofSeconds(10));
    long first = process.pid();

    process.restart();

    assertThat(process.pid()).isNotEqualTo(first);
    assertThat(Running.is(first)).isFalse();
    assertThat(process.output().from()).isEqualTo("ready\n".length());
    assertThat(process.spec().log()).hasContent("ready\nready\n");
  }

  @Test
  void startsAgainAfterADeathThatNobodyAskedFor() {
    ManagedProcess process = started("echo ready; " + FOREVER, Duration.ofSeconds(10));
    ProcessSignal.KILL.send(process.pid());
    await().until(() -> !process.isAlive());

    process.start();

    assertThat(process.isAlive()).isTrue();
  }

  private ManagedProcess started(String script, Duration stopLimit) {
    ProcessSpec spec = Shell.readySpec(script, folder);
    ManagedProcess process = group.process(spec.withLimits(spec.startLimit(), stopLimit));
    process.start();
    return process;
  }
}
