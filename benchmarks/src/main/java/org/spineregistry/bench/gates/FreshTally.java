package org.spineregistry.bench.gates;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.spineregistry.synthesis.evaluation.EvaluationResult;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;
import org.spineregistry.synthesis.run.Outcome;

/** Counts over splits which gates raise a false alarm on fresh patients. */
final class FreshTally {
  private int splits;
  private int passed;
  private int notFailed;
  private int faults;
  private final Map<String, Integer> failed = new TreeMap<>();
  private final Map<String, Integer> notCertifiable = new TreeMap<>();

  /** Adds one split: its fidelity and privacy gates. */
  void add(EvaluationResult result) {
    splits++;
    faults += result.outcome() == Outcome.ENGINE_FAULT ? 1 : 0;
    boolean passes = true;
    boolean fails = false;
    for (GateResult gate : result.gates()) {
      boolean counts =
          gate.isDeciding() && (gate.id().startsWith("F") || gate.id().startsWith("P"));
      if (counts && gate.verdict() != Verdict.PASS) {
        passes = false;
        fails |= gate.verdict() == Verdict.FAIL;
        (gate.verdict() == Verdict.FAIL ? failed : notCertifiable)
            .merge(gate.id(), 1, Integer::sum);
      }
    }
    passed += passes ? 1 : 0;
    notFailed += fails ? 0 : 1;
  }

  /** Whether at least 18 of 20 splits pass every gate. */
  boolean isEnough() {
    return 20 * passed >= 18 * splits;
  }

  /** Cells of the table: passed, without FAIL, gates that failed, gates that could not say. */
  String cells() {
    return String.join(
        " | ",
        passed + " of " + splits,
        notFailed + " of " + splits,
        counts(failed),
        counts(notCertifiable),
        faults + "");
  }

  private static String counts(Map<String, Integer> gates) {
    return gates.isEmpty()
        ? "none"
        : gates.entrySet().stream()
            .map(gate -> "`" + gate.getKey() + "` " + gate.getValue())
            .collect(Collectors.joining(", "));
  }
}
