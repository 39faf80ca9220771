package org.spineregistry.synthesis.reported;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;

/** What has no say in a run cannot end it. */
class NeverDecidingTest {
  private static final ReportedGates REPORTED =
      new ReportedGates(OptData.cohort(), Seed.ofHex("0b".repeat(32)));

  @Test
  void aReportedGateThatTheRowsDoNotAllowIsShownAsNotRun() throws Exception {
    Table few = OptData.cohort().select(IntStream.range(0, 2).toArray());

    List<GateResult> gates = NeverDeciding.of("F6", () -> List.of(REPORTED.detection(few))).call();

    assertThat(gates).singleElement().satisfies(gate -> assertThat(gate.isDeciding()).isFalse());
    assertThat(gates.get(0).id()).isEqualTo("F6");
    assertThat(gates.get(0).detail())
        .isEqualTo("not run: Detection needs five or more rows on each side");
  }

  @Test
  void whatAnotherLibrarySaysIsNotRepeated() {
    List<GateResult> gates =
        NeverDeciding.gates(
            "F7",
            () -> {
              throw new IllegalStateException("value 123 of a patient");
            });

    assertThat(gates.get(0).detail()).isEqualTo("not run: IllegalStateException");
  }
}
