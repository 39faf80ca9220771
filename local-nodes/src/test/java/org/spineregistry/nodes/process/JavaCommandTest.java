package org.spineregistry.nodes.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavaCommandTest {

  @Test
  void putsOptionsBeforeTheGuardAndArgumentsAfterTheMainClass() {
    List<String> line =
        JavaCommand.of("org.example.Service")
            .withClassPath("/opt/service.jar")
            .withHeap(128)
            .withOptions("-Dmicronaut.server.port=8081")
            .withArguments("--dry-run")
            .toList();

    assertThat(line.get(0)).endsWith("/bin/java").startsWith(System.getProperty("java.home"));
    assertThat(line)
        .containsSubsequence(
            "-Xmx128m",
            "-Dmicronaut.server.port=8081",
            "-cp",
            GuardedMain.class.getName(),
            "org.example.Service",
            "--dry-run");
    assertThat(line.get(line.indexOf("-cp") + 1)).startsWith("/opt/service.jar:");
  }

  @Test
  void addsOptionsWithoutChangingTheOriginal() {
    JavaCommand plain = JavaCommand.of("Main");

    JavaCommand more = plain.withOptions("-ea").withOptions("-server");

    assertThat(plain.options()).isEmpty();
    assertThat(more.options()).containsExactly("-ea", "-server");
  }
}
