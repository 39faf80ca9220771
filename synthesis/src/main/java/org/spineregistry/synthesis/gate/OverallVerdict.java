package org.spineregistry.synthesis.gate;

import java.util.List;

/** The verdict of a whole run. */
public enum OverallVerdict {
  CERTIFIED,
  REFUSED;

  /**
   * Certified only if there is a deciding gate, every deciding gate is PASS and every built-in
   * control was caught.
   */
  public static OverallVerdict of(List<GateResult> gates, boolean controlsCaught) {
    List<GateResult> deciding = gates.stream().filter(GateResult::isDeciding).toList();
    boolean passed =
        !deciding.isEmpty() && deciding.stream().allMatch(gate -> gate.verdict() == Verdict.PASS);
    return passed && controlsCaught ? CERTIFIED : REFUSED;
  }
}
