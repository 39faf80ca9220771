package org.spineregistry.synthesis.rigorous;

import java.util.List;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;

/**
 * One strength of the evidence screen that was audited.
 *
 * @param kappa of the screen
 * @param membership gates P3 at that strength
 */
public record LadderStep(double kappa, List<GateResult> membership) {
  public LadderStep {
    membership = List.copyOf(membership);
  }

  /** Whether every gate of P3 passed, so that the step is used. */
  public boolean isPassed() {
    return membership.stream().allMatch(gate -> gate.verdict() == Verdict.PASS);
  }

  /** The highest AUC of an attack. */
  public double strongest() {
    return membership.stream()
        .filter(gate -> gate.id().startsWith("P3-auc") && gate.value() != null)
        .mapToDouble(GateResult::value)
        .max()
        .orElse(Double.NaN);
  }
}
