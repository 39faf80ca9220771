package org.spineregistry.synthesis.run;

import java.util.List;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.OverallVerdict;
import org.spineregistry.synthesis.gate.Verdict;

/** Why a run ended as it did. */
public enum Outcome {
  /** Every deciding gate passed. */
  CERTIFIED,
  /** A gate failed. */
  REFUSED,
  /** No gate failed, but the cohort is too small for one of them, or cannot show its power. */
  NOT_CERTIFIABLE,
  /** A control that the cohort shows was not caught: no gate has power, whatever it says. */
  ENGINE_FAULT;

  /** The outcome of gates. */
  public static Outcome of(List<GateResult> gates, boolean controlsCaught) {
    if (!controlsCaught) {
      return ENGINE_FAULT;
    }
    if (OverallVerdict.of(gates, true) == OverallVerdict.CERTIFIED) {
      return CERTIFIED;
    }
    boolean failed = gates.stream().anyMatch(gate -> gate.verdict() == Verdict.FAIL);
    return failed ? REFUSED : NOT_CERTIFIABLE;
  }

  /** The verdict that events and certificates know. */
  OverallVerdict verdict() {
    return this == CERTIFIED ? OverallVerdict.CERTIFIED : OverallVerdict.REFUSED;
  }
}
