package org.spineregistry.synthesis.published;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.spineregistry.synthesis.audit.MembershipAttack;
import org.spineregistry.synthesis.audit.ReplicateEvidence;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.metric.DistanceRatio;
import org.spineregistry.synthesis.metric.EquivalenceClasses;
import org.spineregistry.synthesis.metric.PatientBootstrap;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Table;

/**
 * Privacy: median distance ratio (decides); share of ratios above 1, membership attack and smallest
 * class (reported).
 */
final class PrivacyGates {
  private static final double STATED = 1.0;

  private PrivacyGates() {}

  /**
   * The abstract bounds the ratio and states the share of rows above that bound without bounding
   * it: the median decides, the share is shown. The lower median exceeds 1 exactly when the share
   * exceeds one half.
   */
  static List<GateResult> distanceRatio(ReleaseDistances distances) {
    DistanceRatio toSynthetic =
        DistanceRatio.of(distances.nearestPatient(), distances.nearestOtherRow());
    DistanceRatio toPatients =
        DistanceRatio.of(distances.nearestPatient(), distances.secondPatient());
    return List.of(
        GateResult.above(
            "privacy-nndr",
            "Median over synthetic rows of the distance to the nearest patient, divided by the "
                + "distance to the nearest other synthetic row",
            toSynthetic.lowerMedian(),
            STATED,
            String.format(
                Locale.ROOT,
                "convention E, Euclidean encoding; of two middle ratios the lower one; 0/0 counts "
                    + "as 1, no ratio as more than %.0f; 5 %% quantile %.4f; grows with the number "
                    + "of rows alone; the usual ratio (A: nearest over second nearest patient) "
                    + "cannot exceed 1: median %.4f",
                DistanceRatio.MOST,
                toSynthetic.q05(),
                toPatients.median())),
        GateResult.reported(
            "privacy-nndr-share",
            "Share of synthetic rows that are farther from the nearest patient than from the "
                + "nearest other synthetic row",
            toSynthetic.shareAbove1(),
            null,
            "the ratios of privacy-nndr; the median exceeds 1 exactly when the share exceeds one "
                + "half; grows with the number of rows alone"));
  }

  static GateResult membership(List<ReplicateEvidence> audit, PatientBootstrap bootstrap) {
    MembershipAttack attack = new MembershipAttack(audit);
    return GateResult.reported(
        "privacy-mia",
        "AUROC of the distance attack, members against patients kept aside",
        attack.auc(),
        attack.interval(bootstrap),
        String.format(
            Locale.ROOT,
            "mean over %d replicates, Euclidean encoding; 0.5 is a guess; other attacks may be "
                + "stronger",
            audit.size()));
  }

  static GateResult smallestClass(Table release, Map<String, Double> bands) {
    String id = "privacy-k";
    String title = "Smallest class of the synthetic quasi-identifiers";
    List<Integer> columns = release.withRole(ColumnRole.QUASI_IDENTIFIER);
    if (columns.isEmpty()) {
      return GateResult.reported(
          id, title, Double.NaN, null, "not run: the campaign declares no quasi-identifier");
    }
    String names =
        columns.stream()
            .map(column -> release.columns().get(column).name())
            .map(name -> bands.containsKey(name) ? name + " in bands" : name)
            .collect(Collectors.joining(", "));
    return GateResult.reported(
        id,
        title,
        EquivalenceClasses.of(release, columns, bands).smallest(),
        null,
        names + "; all datasets together; says nothing about patients");
  }
}
