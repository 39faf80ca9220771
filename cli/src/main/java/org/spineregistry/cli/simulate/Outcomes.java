package org.spineregistry.cli.simulate;

import static org.spineregistry.cli.simulate.Factor.SEVERITY;

import java.util.List;

/** What patients report and images show after surgery. */
final class Outcomes {
  /** Names of the windows, as they end the names of variables. */
  static final List<String> WINDOWS = List.of("3m", "6m", "12m", "24m");

  private static final int TWELVE_MONTHS = 2;
  private static final double IMAGED = 0.70;

  private static final Loadings DISABILITY =
      Loadings.on(SEVERITY, 0.40).andRecovery(0.72).andVisit(0.40);
  private static final Loadings BACK_PAIN =
      Loadings.on(SEVERITY, 0.35).andRecovery(0.62).andVisit(0.40);
  private static final Loadings LEG_PAIN =
      Loadings.on(SEVERITY, 0.25).andRecovery(0.50).andVisit(0.35);
  private static final Loadings QUALITY =
      Loadings.on(SEVERITY, -0.30).andRecovery(-0.62).andVisit(-0.35);

  private final Population population;

  Outcomes(Population population) {
    this.population = population;
  }

  void fill(Patient patient) {
    for (int w = 0; w < WINDOWS.size(); w++) {
      String window = WINDOWS.get(w);
      patient.put(
          "odi" + window,
          Rounding.oswestry(patient, value(patient, "odi" + window, DISABILITY, w)));
      patient.put(
          "vasBack" + window,
          Rounding.decimals(value(patient, "vasBack" + window, BACK_PAIN, w), 1));
    }
    patient.put(
        "vasLeg12m", Rounding.decimals(value(patient, "vasLeg12m", LEG_PAIN, TWELVE_MONTHS), 1));
    patient.put("eq5d12m", Rounding.decimals(value(patient, "eq5d12m", QUALITY, TWELVE_MONTHS), 3));
    patient.put("fusionStatus12m", fusion(patient));
    patient.put(
        "satisfaction24m",
        population
            .count("satisfaction24m")
            .atScore(patient.score("satisfaction24m", Loadings.NONE.andRecovery(0.65))));
    patient.put("reoperation24m", reoperation(patient));
  }

  private double value(Patient patient, String variable, Loadings loadings, int window) {
    return population.marginal(variable).at(patient.score(variable, loadings, window));
  }

  private String fusion(Patient patient) {
    return patient.chance("imaged", IMAGED)
        ? population.choice("imaged").at(patient.uniform("fusionStatus12m"))
        : "NOT_IMAGED";
  }

  private String reoperation(Patient patient) {
    if (!patient.chance("reoperated", population.chance("reoperated"))) {
      return "NONE";
    }
    String kind = population.choice("reoperation24m").at(patient.uniform("reoperation24m"));
    boolean noOtherSide = kind.equals("CONTRALATERAL_SIJ") && patient.is("side", "BILATERAL");
    return noOtherSide ? "REVISION_SAME_SITE" : kind;
  }
}
