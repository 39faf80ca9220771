package org.spineregistry.synthesis.reported;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.spineregistry.synthesis.audit.ReplicateRelease;
import org.spineregistry.synthesis.contract.TimeToEvent;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.survival.SurvivalFidelity;
import org.spineregistry.synthesis.survival.SurvivalTask;
import org.spineregistry.synthesis.survival.SurvivalTransfer;
import org.spineregistry.synthesis.table.Table;

/** U4: what a release says about a declared time to an event. */
public final class SurvivalReports {
  private static final String HAZARD =
      "Mean overlap of the intervals of log hazard ratios (Cox), release against cohort";
  private static final String CONCORDANCE =
      "Concordance on patients kept aside of a Cox model trained on synthetic rows";

  private SurvivalReports() {}

  /**
   * Kaplan-Meier curves, hazard ratios and concordance of one pair.
   *
   * @param replicates releases with the patients of their fit, for concordance on those kept aside
   */
  public static List<GateResult> of(
      TimeToEvent pair, Table cohort, Table release, List<ReplicateRelease> replicates) {
    SurvivalTask task = SurvivalTask.of(pair, cohort);
    SurvivalFidelity fidelity = SurvivalFidelity.of(task, cohort, release);
    List<GateResult> gates = new ArrayList<>();
    gates.add(
        GateResult.reported(
            "U4-curve-" + pair.time(),
            "Largest difference of the Kaplan-Meier curves of cohort and release",
            fidelity.largestDifference(),
            null,
            "as far as both curves are known"));
    if (SurvivalTask.predictors(pair, cohort).isEmpty()) {
      gates.add(notRun("U4-hazard-" + pair.time(), HAZARD));
      gates.add(notRun("U4-concordance-" + pair.time(), CONCORDANCE));
      return gates;
    }
    gates.add(
        GateResult.reported(
            "U4-hazard-" + pair.time(),
            HAZARD,
            fidelity.meanOverlap(),
            null,
            String.format(
                Locale.ROOT,
                "%d hazard ratios; significant ones whose direction is lost: %d",
                fidelity.hazardRatios().size(),
                fidelity.lostSigns().size())));
    gates.add(concordance(pair, task, cohort, replicates));
    return gates;
  }

  private static GateResult notRun(String id, String title) {
    return GateResult.reported(
        id, title, Double.NaN, null, "not run: no predictors (declare --target or predictors)");
  }

  private static GateResult concordance(
      TimeToEvent pair, SurvivalTask task, Table cohort, List<ReplicateRelease> replicates) {
    double synthetic = 0;
    double real = 0;
    int defined = 0;
    for (ReplicateRelease one : replicates) {
      SurvivalTransfer transfer =
          SurvivalTransfer.of(
              task, one.members(), one.release(), cohort.select(one.replicate().strangers()));
      if (Double.isFinite(transfer.synthetic()) && Double.isFinite(transfer.real())) {
        synthetic += transfer.synthetic();
        real += transfer.real();
        defined++;
      }
    }
    return GateResult.reported(
        "U4-concordance-" + pair.time(),
        CONCORDANCE,
        defined == 0 ? Double.NaN : synthetic / defined,
        null,
        defined == 0
            ? "no replicate allows both models"
            : String.format(
                Locale.ROOT,
                "mean of %d replicates; the same trained on patients: %.4f",
                defined,
                real / defined));
  }
}
