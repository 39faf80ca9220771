package org.spineregistry.synthesis.rigorous;

import java.util.Locale;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.tree.Detection;

/** F6, detection: shown, since a release that is useful and safe may still be told apart. */
public final class DetectionGate {
  private DetectionGate() {}

  /** The gate of a detection that was made. */
  public static GateResult of(Detection detection) {
    return GateResult.reported(
        "F6",
        "AUC of boosted trees that tell rows of the release from patients",
        detection.auc(),
        detection.interval(),
        String.format(
            Locale.ROOT,
            "%d rows of each side, five folds; 0.5 cannot be told apart, up to 0.80 is advised",
            detection.rows()));
  }
}
