package org.spineregistry.nodes.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortCommandTest {
  @TempDir Path folder;

  @Test
  void givesExitCodeAndBothOutputs() {
    ShortCommand.Result result = command("pwd; echo oops >&2; exit 5").run(Duration.ofSeconds(10));

    assertThat(result).isEqualTo(new ShortCommand.Result(5, folder + "\noops\n"));
  }

  @Test
  void givesNothingToRead() {
    assertThat(command("cat").run(Duration.ofSeconds(10)).output()).isEmpty();
  }

  @Test
  void killsWhatTakesTooLongWithItsChildren() {
    long before = sleepers();

    assertThatThrownBy(() -> command("sleep 61; true").run(Duration.ofMillis(200)))
        .isInstanceOf(ProcessFailure.class)
        .hasMessage("sh took longer than 0 s");
    assertThat(sleepers()).isEqualTo(before);
  }

  @Test
  void namesAMissingProgram() {
    ShortCommand missing = new ShortCommand(List.of("no-such-program"), folder);

    assertThatThrownBy(() -> missing.run(Duration.ofSeconds(1)))
        .isInstanceOf(ProcessFailure.class)
        .hasMessageStartingWith("no-such-program cannot run");
  }

  private ShortCommand command(String script) {
    return new ShortCommand(List.of("sh", "-c", script), folder);
  }

  private static long sleepers() {
    return ProcessHandle.current()
        .descendants()
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().command().orElse("").endsWith("sleep"))
        .count();
  }
}
