package org.spineregistry.cli.certify;

import java.util.List;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;

/**
 * How the deciding gates of a run ended.
 *
 * @param deciding number of them
 * @param failed number that failed
 * @param open number that so few patients do not settle
 */
record GateCount(long deciding, long failed, long open) {
  static GateCount of(List<GateResult> gates) {
    List<GateResult> deciding = gates.stream().filter(GateResult::isDeciding).toList();
    return new GateCount(
        deciding.size(), count(deciding, Verdict.FAIL), count(deciding, Verdict.NOT_CERTIFIABLE));
  }

  private static long count(List<GateResult> gates, Verdict verdict) {
    return gates.stream().filter(gate -> gate.verdict() == verdict).count();
  }

  /** Such as {@code 2 of 41 deciding gates failed, 1 cannot be settled}. */
  String failures() {
    String text = failed + " of " + deciding + " deciding gates failed";
    return open == 0 ? text : text + ", " + open + " cannot be settled with so few patients";
  }
}
