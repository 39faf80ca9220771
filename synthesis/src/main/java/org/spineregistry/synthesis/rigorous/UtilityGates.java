package org.spineregistry.synthesis.rigorous;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spineregistry.synthesis.audit.PooledPredictions;
import org.spineregistry.synthesis.audit.PredictionTask;
import org.spineregistry.synthesis.audit.ReplicateEvidence;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.metric.InferenceFidelity;
import org.spineregistry.synthesis.metric.Interval;
import org.spineregistry.synthesis.metric.PatientBootstrap;
import org.spineregistry.synthesis.table.Table;

/** U1, prediction, and U2, inference. */
public final class UtilityGates {
  private static final String PREDICTION =
      "Prediction of the primary outcome trained on synthetic rows less the same trained on"
          + " patients";
  private static final double OVERLAP = 0.5;

  /** A loss must exceed the bound by half of it, so that luck does not decide. */
  private static final double REVERSED = 1.5;

  private UtilityGates() {}

  /**
   * U1.
   *
   * @param cohort all patients, members and strangers
   * @param audit predictions of strangers in one or more replicates
   */
  public static GateResult prediction(
      Tier tier, Table cohort, List<ReplicateEvidence> audit, PatientBootstrap bootstrap) {
    Optional<PredictionTask> task = PredictionTask.of(cohort);
    if (task.isEmpty()) {
      return GateResult.reported(
          "U1",
          PREDICTION,
          Double.NaN,
          null,
          "not run: no primary outcome with predictors is declared that is a number or has two"
              + " levels");
    }
    PooledPredictions synthetic =
        PooledPredictions.of(task.get(), cohort, audit, ReplicateEvidence::fromSynthetic);
    PooledPredictions real =
        PooledPredictions.of(task.get(), cohort, audit, ReplicateEvidence::fromReal);
    boolean binary = task.get().isBinary(cohort);
    Interval reference = real.interval(bootstrap);
    GateResult gate =
        GateResult.atLeast(
            "U1",
            PREDICTION,
            synthetic.r() - real.r(),
            synthetic.interval(real, bootstrap),
            tier.utilityLoss(),
            String.format(
                Locale.ROOT,
                "outcome %s, %s; trained on synthetic rows %.4f, on patients %.4f%s",
                cohort.columns().get(task.get().outcome()).name(),
                binary ? "AUC" : "Pearson r",
                synthetic.r(),
                real.r(),
                reference == null
                    ? ""
                    : String.format(
                        Locale.ROOT, " [%.4f, %.4f]", reference.lower(), reference.upper())));
    boolean informative = reference != null && reference.lower() > (binary ? 0.5 : 0);
    return informative
        ? gate
        : gate.notCertifiable("the predictors tell nothing of the outcome even on patients");
  }

  /**
   * Why U1 cannot see an outcome that is turned around: a prediction so weak that its reverse is
   * within the loss that the gate allows. Empty when it must.
   */
  static Optional<String> noLoss(Tier tier, Table cohort, List<ReplicateEvidence> audit) {
    PredictionTask task = PredictionTask.of(cohort).orElseThrow();
    double real = PooledPredictions.of(task, cohort, audit, ReplicateEvidence::fromReal).r();
    double lost = 2 * (real - (task.isBinary(cohort) ? 0.5 : 0));
    double needed = -REVERSED * tier.utilityLoss();
    return lost > needed
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "the predictors say so little that turning the outcome around loses %.3f, more than"
                    + " %.3f is needed",
                lost,
                needed));
  }

  /** U2. */
  public static List<GateResult> inference(InferenceFidelity inference) {
    String overlap = "Mean overlap of the confidence intervals of declared regressions";
    String signs = "Significant coefficients of declared regressions whose sign is lost";
    if (inference.terms().isEmpty()) {
      String why = "not run: no regression is declared that the cohort can fit";
      return List.of(
          GateResult.reported("U2-overlap", overlap, Double.NaN, null, why),
          GateResult.reported("U2-signs", signs, Double.NaN, null, why));
    }
    List<GateResult> gates = new ArrayList<>();
    gates.add(
        GateResult.atLeast(
            "U2-overlap",
            overlap,
            inference.meanOverlap(),
            OVERLAP,
            inference.terms().size() + " coefficients"));
    List<String> lost = inference.lostSigns();
    gates.add(
        GateResult.atMost(
            "U2-signs",
            signs,
            lost.size(),
            0,
            lost.isEmpty() ? "every sign is kept" : String.join(", ", lost)));
    return gates;
  }
}
