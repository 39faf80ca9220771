package org.spineregistry.synthesis.rigorous;

import java.util.List;
import java.util.Locale;
import org.spineregistry.synthesis.fidelity.HalvingNoise;
import org.spineregistry.synthesis.fidelity.StructureFidelity;
import org.spineregistry.synthesis.gate.GateResult;

/** F3, structure: rank correlations, judged by how alike two halves of the cohort are. */
final class StructureGates {
  private static final double ALLOWANCE = 0.02;
  private static final double SLOPE = 0.9;

  private StructureGates() {}

  /** Of the mean difference. */
  static double bound(HalvingNoise noise) {
    return noise.difference() / Math.sqrt(2) + ALLOWANCE;
  }

  static List<GateResult> of(StructureFidelity structure, HalvingNoise noise) {
    String yardstick =
        String.format(
            Locale.ROOT,
            "%d pairs; two random halves of the cohort differ by %.4f with slope %.4f",
            structure.pairs(),
            noise.difference(),
            noise.slope());
    if (structure.pairs() == 0 || Double.isNaN(bound(noise)) || Double.isNaN(noise.slope())) {
      return List.of(
          GateResult.reported(
              "F3",
              "Difference of rank correlations",
              Double.NaN,
              null,
              "not run: no two columns that vary have an order"));
    }
    return List.of(
        GateResult.atMost(
            "F3-error",
            "Mean absolute difference of rank correlations",
            structure.meanDifference(),
            bound(noise),
            yardstick
                + String.format(
                    Locale.ROOT, "; largest difference %.4f", structure.largestDifference())),
        GateResult.atLeast(
            "F3-slope",
            "Slope of synthetic on real rank correlations",
            structure.slope(),
            SLOPE * noise.slope(),
            yardstick));
  }
}
