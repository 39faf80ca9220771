package org.spineregistry.nodes.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessSpecTest {

  @Test
  void needsACommand() {
    assertThatThrownBy(() -> ProcessSpec.of("broker", List.of(), Path.of("log")))
        .hasMessage("broker: command is empty");
  }

  @Test
  void keepsItsFilesWhenTheChildRunsElsewhere() {
    ProcessSpec spec =
        ProcessSpec.of("broker", List.of("true"), Path.of("log")).withDirectory(Path.of("/tmp"));

    assertThat(spec.log()).isAbsolute().isEqualTo(Path.of("log").toAbsolutePath());
  }
}
