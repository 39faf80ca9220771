package org.spineregistry.synthesis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.control.PlantedFault;
import org.spineregistry.synthesis.gate.GateResult;

/** A fault is found by its own gates, and only if they failed because of it. */
class FaultFindingTest {
  @Test
  void aFailureOfAnotherFamilyIsNoFind() {
    assertThat(collapsed(gate("F2-jsd-worst", 9), gate("F2-jsd-worst", 1)).isFound()).isFalse();
    assertThat(collapsed(gate("F1-ks", 9), gate("F1-ks", 1)).isFound()).isTrue();
  }

  @Test
  void whatFailedBeforeMustHaveBecomeWorse() {
    assertThat(collapsed(gate("F1-ks", 4), gate("F1-ks", 4)).isFound()).isFalse();
    assertThat(collapsed(gate("F1-ks", 5), gate("F1-ks", 4)).isFound()).isTrue();
  }

  @Test
  void notCertifiableIsNoFind() {
    GateResult unclear = gate("F1-ks", 9).notCertifiable("too few patients");

    assertThat(collapsed(unclear, gate("F1-ks", 1)).isFound()).isFalse();
  }

  private static FaultFinding collapsed(GateResult after, GateResult before) {
    return new FaultFinding(PlantedFault.COLLAPSED, List.of(after), List.of(before), List.of());
  }

  /** Passes up to 2. */
  private static GateResult gate(String id, double value) {
    return GateResult.atMost(id, "title", value, 2, "detail");
  }
}
