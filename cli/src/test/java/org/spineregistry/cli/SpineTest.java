package org.spineregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpineTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "certify",
        "generate",
        "verify",
        "schema",
        "submit",
        "simulate",
        "topics",
        "policy",
        "cycle"
      })
  void everyCommandHasHelp(String command) {
    SpineRun run = SpineRun.of(command, "--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("Usage: spine " + command);
  }

  @Test
  void noCommandIsBadUsage() {
    SpineRun run = SpineRun.of();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("a command is needed", "Usage: spine");
  }

  @Test
  void aMisspeltCommandGetsASuggestion() {
    SpineRun run = SpineRun.of("verfy");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("verify");
  }

  @Test
  void aMissingOptionIsNamed() {
    SpineRun run = SpineRun.of("verify", "data.csv", "--rpc", "http://127.0.0.1:1");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--certificate", "--trust");
  }

  @Test
  void aSeedIsNotRepeatedInAnError() {
    SpineRun run = SpineRun.of("simulate", "--seed", "c0ffee");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("64 hexadecimal digits").doesNotContain("c0ffee");
  }
}
