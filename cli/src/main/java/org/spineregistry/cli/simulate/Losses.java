package org.spineregistry.cli.simulate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Variable;
import org.spineregistry.synthesis.special.StandardNormal;

/**
 * Gaps and their reasons. Half of the follow-up loss is for good, a little likelier after a bad
 * course; the rest are single missed visits, whose scores go together. All else is missing by the
 * share that the schema expects.
 */
final class Losses {
  /** Shares that are gone for good by 3, 6, 12 and 24 months. */
  private static final double[] GONE = {0.03, 0.06, 0.10, 0.20};

  private static final double BAD_COURSE = 0.25;
  private static final Loadings DROP_OUT = Loadings.NONE.andRecovery(BAD_COURSE);
  private static final Shares<String> REASONS = Shares.of("UNKNOWN 60, NOT_DONE 25, DECLINED 15");

  /** Variables that are collected at a visit, by window. */
  private static final List<List<String>> AT_VISIT =
      List.of(
          List.of("odi3m", "vasBack3m"),
          List.of("odi6m", "vasBack6m"),
          List.of("odi12m", "vasBack12m", "vasLeg12m", "eq5d12m", "fusionStatus12m"),
          List.of("odi24m", "vasBack24m", "satisfaction24m"));

  /** One sheet of the form: both or neither. */
  private static final Map<String, String> TOGETHER = Map.of("complications90d", "clavienDindo90d");

  private static final String REOPERATION = "reoperation24m";

  private final Map<String, Double> expected = new HashMap<>();

  Losses(DataDictionary dictionary) {
    for (Variable variable : dictionary.variables()) {
      expected.put(variable.name(), variable.missingExpected());
    }
  }

  void fill(Patient patient) {
    if (patient.is("clavienDindo90d", Complications.DEATH)) {
      AT_VISIT.forEach(visit -> visit.forEach(v -> patient.lose(v, "DECEASED")));
      patient.lose(REOPERATION, "DECEASED");
    }
    visits(patient);
    expected.keySet().stream()
        .filter(v -> !v.equals(REOPERATION) && AT_VISIT.stream().noneMatch(l -> l.contains(v)))
        .forEach(v -> loseBy(patient, v, TOGETHER.getOrDefault(v, v), expected.get(v)));
  }

  private void visits(Patient patient) {
    double dropOut = patient.score("drop-out", DROP_OUT);
    boolean gone = false;
    for (int w = 0; w < AT_VISIT.size(); w++) {
      double share = expected.get(AT_VISIT.get(w).get(0));
      gone |= dropOut > StandardNormal.upperQuantile(GONE[w]);
      boolean missed = patient.chance("missed-" + w, further(share, GONE[w]));
      for (String variable : AT_VISIT.get(w)) {
        if (gone || missed) {
          patient.lose(variable, gone ? "LOST_TO_FOLLOW_UP" : "NOT_DONE");
        } else {
          loseBy(patient, variable, variable, further(expected.get(variable), share));
        }
      }
    }
    // hospitals know of most reoperations of patients who no longer come
    double known = 1 - expected.get(REOPERATION) / GONE[GONE.length - 1];
    if (gone && !patient.chance("reoperation-known", known)) {
      patient.lose(REOPERATION, "LOST_TO_FOLLOW_UP");
    }
  }

  private static void loseBy(Patient patient, String variable, String draw, double share) {
    if (patient.chance("missing-" + draw, share)) {
      patient.lose(variable, REASONS.at(patient.uniform("reason-" + draw)));
    }
  }

  /** Chance, among those left after {@code before}, that leads to {@code share} in all. */
  private static double further(double share, double before) {
    return Math.max(0, 1 - (1 - share) / (1 - before));
  }
}
