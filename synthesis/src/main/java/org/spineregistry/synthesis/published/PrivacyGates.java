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

/** Privacy: distance ratio (decides), membership attack and smallest class (reported). */
final class PrivacyGates {
  private static final double HALF = 0.5;

  private PrivacyGates() {}

  /** The abstract bounds the ratio itself: its median exceeds 1 when more than half of them do. */
  static GateResult distanceRatio(ReleaseDistances distances) {
    DistanceRatio toSynthetic =
        DistanceRatio.of(distances.nearestPatient(), distances.nearestOtherRow());
    DistanceRatio toPatients =
        DistanceRatio.of(distances.nearestPatient(), distances.secondPatient());
    return GateResult.above(
        "privacy-nndr",
        "Share of synthetic rows that are farther from the nearest patient than from the nearest "
            + "other synthetic row",
        toSynthetic.shareAbove1(),
        HALF,
        String.format(
            Locale.ROOT,
            "convention E, Euclidean encoding; the median ratio exceeds 1 when the share exceeds "
                + "0.5; median %.4f, 5 %% quantile %.4f; grows with the number of rows alone; the "
                + "usual ratio (A: nearest over second nearest patient) cannot exceed 1: median %.4f",
            toSynthetic.median(),
            toSynthetic.q05(),
            toPatients.median()));
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
