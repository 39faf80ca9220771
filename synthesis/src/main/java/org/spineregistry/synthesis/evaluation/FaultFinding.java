package org.spineregistry.synthesis.evaluation;

import java.util.List;
import org.spineregistry.synthesis.control.PlantedFault;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;

/**
 * What the gates said of one planted fault.
 *
 * @param fault that was planted
 * @param gates of the rigorous profile
 * @param published gates of the publication on the same release; empty when they were not run
 */
public record FaultFinding(PlantedFault fault, List<GateResult> gates, List<GateResult> published) {
  public FaultFinding {
    gates = List.copyOf(gates);
    published = List.copyOf(published);
  }

  /** Whether a gate of the family that must find the fault failed; not certifiable is no find. */
  public boolean isFound() {
    return failed(gates).stream()
        .anyMatch(id -> id.equals(fault.family()) || id.startsWith(fault.family() + "-"));
  }

  /** Ids of all rigorous gates that failed. */
  public List<String> failed() {
    return failed(gates);
  }

  /** Ids of all published gates that failed. */
  public List<String> failedPublished() {
    return failed(published);
  }

  private static List<String> failed(List<GateResult> gates) {
    return gates.stream()
        .filter(gate -> gate.verdict() == Verdict.FAIL)
        .map(GateResult::id)
        .toList();
  }
}
