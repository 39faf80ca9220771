package org.spineregistry.synthesis.rigorous;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.spineregistry.synthesis.fidelity.DropOut;
import org.spineregistry.synthesis.fidelity.MissingFidelity;
import org.spineregistry.synthesis.fidelity.MissingRate;
import org.spineregistry.synthesis.gate.GateResult;

/** F4, missing cells: how many, which together, which follow from others, and whose. */
final class MissingGates {
  private static final double RATE = 0.03;
  private static final double JOINT = 0.05;

  private MissingGates() {}

  static List<GateResult> of(MissingFidelity missing) {
    List<GateResult> gates = new ArrayList<>();
    if (missing.rates().isEmpty()) {
      return gates; // a complete cohort: there is nothing to lose
    }
    gates.add(worst("F4-rate", "Largest error of a missing rate", missing.rates(), RATE));
    if (!missing.joint().isEmpty()) {
      gates.add(
          worst(
              "F4-joint",
              "Largest error of the rate at which two blocks are missing together",
              missing.joint(),
              JOINT));
    }
    gates.add(
        GateResult.atMost(
            "F4-implied",
            "Rows that break an implication between missing blocks of the cohort",
            missing.brokenImplications(),
            0,
            "drop-out that stays, questions that are skipped"));
    gates.add(dropOut(missing.dropOuts()));
    return gates;
  }

  private static GateResult worst(String id, String title, List<MissingRate> rates, double floor) {
    MissingRate worst =
        rates.stream()
            .max(Comparator.comparingDouble(r -> r.difference() / Math.max(floor, r.sampling())))
            .orElseThrow();
    return GateResult.atMost(
        id,
        title,
        worst.difference(),
        Math.max(floor, worst.sampling()),
        worst.name() + ", the nearest to its bound of " + rates.size());
  }

  private static GateResult dropOut(List<DropOut> dropOuts) {
    int tests = dropOuts.size();
    List<DropOut> lost = dropOuts.stream().filter(d -> d.isClear(tests) && !d.isKept()).toList();
    String names = String.join(", ", lost.stream().map(DropOut::name).toList());
    return GateResult.atMost(
        "F4-dropout",
        "Blocks whose missing patients have another outcome than the rest, but not in the release",
        lost.size(),
        0,
        (lost.isEmpty() ? "" : names + "; ")
            + dropOuts.stream().filter(d -> d.isClear(tests)).count()
            + " of "
            + dropOuts.size()
            + " blocks differ clearly in the cohort");
  }
}
