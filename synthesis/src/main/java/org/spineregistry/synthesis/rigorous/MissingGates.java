package org.spineregistry.synthesis.rigorous;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.spineregistry.synthesis.fidelity.DropOut;
import org.spineregistry.synthesis.fidelity.MissingFidelity;
import org.spineregistry.synthesis.fidelity.MissingRate;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.special.StandardNormal;

/** F4, missing cells: how many, which together, which follow from others, and whose. */
final class MissingGates {
  static final double RATE = 0.03;
  static final double JOINT = 0.05;
  private static final String IMPLIED = "F4-implied";
  private static final String BREAKING =
      " that break an implication between missing blocks of the cohort";
  private static final String EXAMPLES = "drop-out that stays, questions that are skipped";

  private MissingGates() {}

  /**
   * @param level chance that all tests of one gate together raise a false alarm
   * @param implied the gate of the implications
   */
  static List<GateResult> of(MissingFidelity missing, double level, GateResult implied) {
    List<GateResult> gates = new ArrayList<>();
    if (missing.rates().isEmpty()) {
      return gates; // a complete cohort: there is nothing to lose
    }
    gates.add(worst("F4-rate", "Largest error of a missing rate", missing.rates(), RATE, level));
    if (!missing.joint().isEmpty()) {
      gates.add(
          worst(
              "F4-joint",
              "Largest error of the rate at which two blocks are missing together",
              missing.joint(),
              JOINT,
              level));
    }
    gates.add(implied);
    gates.add(dropOut(missing.dropOuts(), level));
    return gates;
  }

  /** No row may break an implication: the generator knows them. */
  static GateResult implied(MissingFidelity missing) {
    return GateResult.atMost(IMPLIED, "Rows" + BREAKING, missing.brokenImplications(), 0, EXAMPLES);
  }

  /** What patients kept aside break was an implication by chance. */
  static GateResult implied(ExcessGate.Count release, ExcessGate.Count strangers) {
    return ExcessGate.of(IMPLIED, "Share of rows" + BREAKING, release, strangers, 0, 1, EXAMPLES);
  }

  private static GateResult worst(
      String id, String title, List<MissingRate> rates, double floor, double level) {
    int tests = 2 * rates.size();
    double scale =
        StandardNormal.upperQuantile(level / tests)
            / StandardNormal.upperQuantile(MarginalGates.LEVEL / tests);
    MissingRate worst =
        rates.stream()
            .max(
                Comparator.comparingDouble(
                    r -> r.difference() / Math.max(floor, scale * r.sampling())))
            .orElseThrow();
    return GateResult.atMost(
        id,
        title,
        worst.difference(),
        Math.max(floor, scale * worst.sampling()),
        worst.name() + ", the nearest to its bound of " + rates.size());
  }

  /** All blocks together are tested at the level: of many blocks some differ by chance. */
  private static GateResult dropOut(List<DropOut> dropOuts, double level) {
    double tail = level / (2 * Math.max(1, dropOuts.size()));
    List<DropOut> lost = dropOuts.stream().filter(d -> d.isClear(tail) && !d.isKept(tail)).toList();
    String names = String.join(", ", lost.stream().map(DropOut::name).toList());
    return GateResult.atMost(
        "F4-dropout",
        "Blocks whose missing patients have another outcome than the rest, but not in the release",
        lost.size(),
        0,
        (lost.isEmpty() ? "" : names + "; ")
            + dropOuts.stream().filter(d -> d.isClear(tail)).count()
            + " of "
            + dropOuts.size()
            + " blocks differ clearly in the cohort");
  }
}
