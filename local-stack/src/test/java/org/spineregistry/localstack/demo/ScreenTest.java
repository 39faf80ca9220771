package org.spineregistry.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void plainOutputGetsALineForEachTenthAndEachNewStage() {
    Screen screen = screen(false);
    screen.progress(0.101, "audited 1 of 10");
    screen.progress(0.151, "audited 2 of 10");
    screen.progress(0.201, "audited 3 of 10");
    screen.progress(0.202, "running gates");
    screen.progress(0.203, "running gates");
    assertThat(text().lines())
        .containsExactly(
            "   10 %  audited 1 of 10", "   20 %  audited 3 of 10", "   20 %  running gates");
  }

  @Test
  void aTerminalGetsOneLineThatMoves() {
    Screen screen = screen(true);
    screen.progress(0.5, "half");
    screen.progress(1, "whole");
    screen.line("done");
    assertThat(text())
        .contains("[##############--------------]  50 %  half\r")
        .contains("[############################] 100 %  whole\r")
        .endsWith("\rdone\n")
        .containsOnlyOnce("\n");
  }

  @Test
  void partsTellHowLongTheyTook() {
    screen(false).started("Kafka", Duration.ofMillis(2340));
    assertThat(text()).isEqualTo("  Kafka                        2.3 s\n");
  }

  private Screen screen(boolean terminal) {
    return new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal);
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
