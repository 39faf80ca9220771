package org.spineregistry.synthesis.rigorous;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.spineregistry.synthesis.audit.ReplicateRelease;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;
import org.spineregistry.synthesis.metric.Wilson;
import org.spineregistry.synthesis.random.Seed;

/** R2, stability: whether models fitted on parts of the cohort meet the same bounds. */
final class Stability {
  private Stability() {}

  /** Ids of the gates F1 to F5 and P1 that a replicate's release does not pass on its members. */
  static List<String> broken(ReplicateRelease given, Contract contract, Seed seed) {
    List<GateResult> gates =
        new ArrayList<>(
            new FidelityJudge(
                    given.members(), contract, seed.stream("halves/" + given.replicate().number()))
                .judge(given.release()));
    gates.addAll(RiskJudge.copies(given.members(), given.release()));
    return gates.stream()
        .filter(gate -> gate.isDeciding() && gate.verdict() != Verdict.PASS)
        .map(GateResult::id)
        .toList();
  }

  /**
   * @param broken of each replicate
   */
  static GateResult gate(Tier tier, List<List<String>> broken) {
    long stable = broken.stream().filter(List::isEmpty).count();
    Map<String, Integer> byGate = new TreeMap<>();
    broken.forEach(ids -> ids.forEach(id -> byGate.merge(id, 1, Integer::sum)));
    Wilson wilson = Wilson.of(stable, broken.size());
    return GateResult.atLeast(
        "R2",
        "Share of replicates whose own release meets F1 to F5 and P1",
        (double) stable / broken.size(),
        tier.stability(),
        String.format(
            Locale.ROOT,
            "%d of %d, Wilson interval [%.2f, %.2f]%s",
            stable,
            broken.size(),
            wilson.interval().lower(),
            wilson.interval().upper(),
            byGate.isEmpty() ? "" : "; broken: " + words(byGate)));
  }

  /** Such as {@code F1-ks by 10, F4-rate by 2}. */
  private static String words(Map<String, Integer> byGate) {
    return byGate.entrySet().stream()
        .map(gate -> gate.getKey() + " by " + gate.getValue())
        .collect(Collectors.joining(", "));
  }
}
