package org.spineregistry.synthesis.rigorous;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.metric.Closeness;

/** P1, copies: rows that are nearer to a patient than patients are to each other. */
final class CopyGates {
  private static final double SHARE = 0.02;

  /** The same over the 1 % that is expected of fresh patients. */
  private static final double EXCESS = 0.01;

  private static final String NEAR = "P1-near";
  private static final String NEARER =
      "Share of rows nearer to a patient than 99 % of the patients are to their nearest other";
  private static final String DISTANCE = "Gower distance over all columns";

  private CopyGates() {}

  /**
   * Bounds for a release of thousands of rows.
   *
   * @param rowToPatient distance of each release row to the nearest patient
   * @param patientToPatient distance of each patient to the nearest other one
   */
  static List<GateResult> of(double[] rowToPatient, double[] patientToPatient) {
    return List.of(
        GateResult.atMost(
            NEAR,
            NEARER,
            Closeness.shareBelowQuantile(rowToPatient, patientToPatient),
            SHARE,
            DISTANCE),
        identical(rowToPatient, patientToPatient));
  }

  /**
   * The same by patients kept aside: patients who miss much lie near each other, and so do fresh
   * ones to them.
   *
   * @param strangerToPatient distance of each patient kept aside to the nearest patient of the fit
   */
  static List<GateResult> compared(
      double[] rowToPatient, double[] patientToPatient, double[] strangerToPatient) {
    double limit = Closeness.limit(patientToPatient);
    return List.of(
        ExcessGate.of(
            NEAR,
            NEARER,
            below(rowToPatient, limit),
            below(strangerToPatient, limit),
            EXCESS,
            1,
            DISTANCE),
        identical(rowToPatient, patientToPatient));
  }

  /** Half a patient more: no cohort tells a smaller share of twins from none. */
  private static GateResult identical(double[] rowToPatient, double[] patientToPatient) {
    return GateResult.atMost(
        "P1-identical",
        "Share of rows identical to a patient",
        (double) zeros(rowToPatient) / rowToPatient.length,
        (zeros(patientToPatient) + 0.5) / patientToPatient.length,
        String.format(
            Locale.ROOT,
            "not more than patients with a twin in the cohort, and half a patient; %d identical rows",
            zeros(rowToPatient)));
  }

  private static ExcessGate.Count below(double[] distances, double limit) {
    return new ExcessGate.Count(
        Arrays.stream(distances).filter(distance -> distance < limit).count(), distances.length);
  }

  private static long zeros(double[] distances) {
    return Arrays.stream(distances).filter(distance -> distance == 0).count();
  }
}
