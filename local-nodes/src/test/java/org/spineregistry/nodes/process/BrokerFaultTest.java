package org.spineregistry.nodes.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerFaultTest {
  private final ProcessGroup group = ProcessGroup.open();
  @TempDir Path folder;
  private ManagedProcess process;
  private BrokerFault fault;

  @BeforeEach
  void startProcess() {
    process = group.process(Shell.readySpec("echo ready; exec sleep 60", folder));
    process.start();
    fault = new BrokerFault(process);
  }

  @AfterEach
  void closeGroup() {
    group.close();
  }

  @Test
  void pauseFreezesTheProcessAndResumeLetsItGoOn() {
    fault.pause();
    await().until(() -> Running.state(process.pid()) == 'T');
    assertThat(process.isAlive()).isTrue();

    fault.resume();
    await().until(() -> Running.state(process.pid()) == 'S');
  }

  @Test
  void crashAndRestartGivesANewProcess() {
    long first = process.pid();

    fault.crashAndRestart();

    assertThat(process.isAlive()).isTrue();
    assertThat(process.pid()).isNotEqualTo(first);
    assertThat(Running.is(first)).isFalse();
  }

  @Test
  void aSignalToNobodyIsAnError() {
    fault.kill();

    assertThatThrownBy(fault::pause)
        .isInstanceOf(ProcessFailure.class)
        .hasMessage("SIGSTOP to process " + process.pid() + " failed");
  }
}
