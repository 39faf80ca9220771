package org.spineregistry.synthesis.published;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spineregistry.synthesis.audit.PooledPredictions;
import org.spineregistry.synthesis.audit.PredictionTask;
import org.spineregistry.synthesis.audit.ReplicateEvidence;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.metric.PatientBootstrap;
import org.spineregistry.synthesis.table.Table;

/** Utility: trained on synthetic rows, tested on patients that the model has not seen. */
final class UtilityGate {
  private static final String ID = "utility-tstr";
  private static final String TITLE =
      "Pearson r of the primary outcome, trained on synthetic rows, tested on patients kept aside";

  private UtilityGate() {}

  static GateResult of(Table cohort, List<ReplicateEvidence> audit, PatientBootstrap bootstrap) {
    Optional<PredictionTask> task =
        PredictionTask.of(cohort).filter(declared -> !declared.isBinary(cohort));
    if (task.isEmpty()) {
      return GateResult.reported(
          ID,
          TITLE,
          Double.NaN,
          null,
          "not run: the campaign declares no numeric primary outcome with predictors");
    }
    double[] outcomes = cohort.numbers(task.get().outcome());
    PooledPredictions synthetic =
        new PooledPredictions(outcomes, audit, ReplicateEvidence::fromSynthetic);
    PooledPredictions real = new PooledPredictions(outcomes, audit, ReplicateEvidence::fromReal);
    return GateResult.reported(
        ID,
        TITLE,
        synthetic.r(),
        synthetic.interval(bootstrap),
        String.format(
            Locale.ROOT,
            "outcome %s from %d declared predictors, ridge with leave-one-out lambda, predictions "
                + "pooled over folds; the same trained on real patients: %.4f",
            cohort.columns().get(task.get().outcome()).name(),
            task.get().predictors().size(),
            real.r()));
  }
}
