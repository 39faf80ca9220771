package org.spineregistry.synthesis.evaluation;

import java.util.List;
import org.spineregistry.synthesis.control.PlantedFault;
import org.spineregistry.synthesis.gate.Direction;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;

/**
 * What the gates said of one planted fault.
 *
 * @param fault that was planted
 * @param gates of the rigorous profile on the release with the fault
 * @param faithful the same on the release before the fault was planted
 * @param published gates of the publication on the release with the fault; empty when they were not
 *     run
 */
public record FaultFinding(
    PlantedFault fault,
    List<GateResult> gates,
    List<GateResult> faithful,
    List<GateResult> published) {
  public FaultFinding {
    gates = List.copyOf(gates);
    faithful = List.copyOf(faithful);
    published = List.copyOf(published);
  }

  /**
   * Whether a gate of the family that must find the fault failed because of it: one that failed on
   * the faithful release too must have become worse. Not certifiable is no find.
   */
  public boolean isFound() {
    return caused().stream()
        .anyMatch(id -> id.equals(fault.family()) || id.startsWith(fault.family() + "-"));
  }

  /** Ids of the gates that failed because of the fault; of the faithful release all that failed. */
  public List<String> caused() {
    return failed(
        gates.stream()
            .filter(gate -> gate.verdict() == Verdict.FAIL)
            .filter(gate -> fault == PlantedFault.NONE || isWorse(gate))
            .toList());
  }

  private boolean isWorse(GateResult gate) {
    return faithful.stream()
        .filter(before -> before.id().equals(gate.id()) && before.verdict() == Verdict.FAIL)
        .allMatch(
            before ->
                gate.direction() == Direction.AT_MOST
                    ? gate.value() > before.value()
                    : gate.value() < before.value());
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
