package org.spineregistry.synthesis.rigorous;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.metric.Closeness;

/** P1, copies: rows that are nearer to a patient than patients are to each other. */
final class CopyGates {
  private static final double SHARE = 0.02;

  private CopyGates() {}

  /**
   * @param rowToPatient distance of each release row to the nearest patient
   * @param patientToPatient distance of each patient to the nearest other one
   */
  static List<GateResult> of(double[] rowToPatient, double[] patientToPatient) {
    return List.of(
        GateResult.atMost(
            "P1-near",
            "Share of rows nearer to a patient than 99 % of the patients are to their nearest other",
            Closeness.shareBelowQuantile(rowToPatient, patientToPatient),
            SHARE,
            "Gower distance over all columns"),
        GateResult.atMost(
            "P1-identical",
            "Share of rows identical to a patient",
            share(rowToPatient),
            share(patientToPatient),
            String.format(
                Locale.ROOT,
                "not more than patients with a twin in the cohort; %d identical rows",
                zeros(rowToPatient))));
  }

  private static double share(double[] distances) {
    return (double) zeros(distances) / distances.length;
  }

  private static long zeros(double[] distances) {
    return Arrays.stream(distances).filter(distance -> distance == 0).count();
  }
}
