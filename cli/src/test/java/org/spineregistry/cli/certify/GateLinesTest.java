package org.spineregistry.cli.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.gate.GateResult;

class GateLinesTest {
  @Test
  void aGateThatDoesNotPassSaysWhy() {
    String lines =
        GateLines.of(
            List.of(
                GateResult.atMost("G0-fit", "Reasons", 1, 0, "REAL_EXTREME keeps 0 % of the draws"),
                GateResult.atMost("F5", "Rows", 0, 0, "every row keeps every rule")));

    assertThat(lines.lines().toList())
        .hasSize(3)
        .satisfies(all -> assertThat(all.get(0)).contains("FAIL  G0-fit"))
        .satisfies(
            all -> assertThat(all.get(1)).isEqualTo("        REAL_EXTREME keeps 0 % of the draws"))
        .satisfies(all -> assertThat(all.get(2)).contains("pass  F5"));
  }
}
