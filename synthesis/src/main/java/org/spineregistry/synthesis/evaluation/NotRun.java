package org.spineregistry.synthesis.evaluation;

import java.util.List;
import org.spineregistry.synthesis.gate.GateResult;

/** Gates that an evaluation shows as not run, so that nobody takes them for passed. */
final class NotRun {
  private static final String WHY = "not run: needs the model";

  /** U3, between the utility gates. */
  static final GateResult LEARNING_CURVE =
      gate("U3", "Utility of models fitted on parts of the cohort");

  /** Those after the privacy gates. */
  static final List<GateResult> WITHOUT_MODEL =
      List.of(
          gate("P7", "Patients over those that the model needs"),
          gate("P8", "Differential privacy"),
          gate("R1", "The same inputs, seed and version give the same bytes"),
          gate("R2", "Share of replicates whose own release meets F1 to F5 and P1"));

  private NotRun() {}

  private static GateResult gate(String id, String title) {
    return GateResult.reported(id, title, Double.NaN, null, WHY);
  }
}
