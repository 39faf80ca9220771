package org.spineregistry.cli.simulate;

import static org.spineregistry.cli.simulate.Factor.BURDEN;
import static org.spineregistry.cli.simulate.Factor.FRAILTY;
import static org.spineregistry.cli.simulate.Factor.SEVERITY;

/** The patient before surgery: what both campaigns ask. */
final class Baseline {
  /** Scores that the course after surgery depends on, as standard normal numbers. */
  static final String AGE = "ageYears";

  static final String BMI = "bmi";
  static final String SYMPTOMS = "symptomDurationMonths";

  private static final Shares<Long> MORE_SURGERIES = Shares.counting(0, 65, 25, 10);
  private static final Shares<Long> SURGERIES = Shares.counting(0, 80, 15, 5);

  private final Population population;

  Baseline(Population population) {
    this.population = population;
  }

  static double score(Patient patient, String variable) {
    return switch (variable) {
      case AGE -> patient.score(AGE, Loadings.on(FRAILTY, 0.55));
      case BMI -> patient.score(BMI, Loadings.on(FRAILTY, 0.20).and(BURDEN, 0.15));
      case SYMPTOMS -> patient.score(SYMPTOMS, Loadings.on(SEVERITY, 0.20));
      default -> throw new IllegalArgumentException(variable);
    };
  }

  void fill(Patient patient) {
    person(patient);
    health(patient);
    history(patient);
    scores(patient);
  }

  private void person(Patient patient) {
    patient.put(AGE, Rounding.whole(population.marginal(AGE).at(score(patient, AGE))));
    patient.put("sex", patient.chance("sex", population.chance("female")) ? "FEMALE" : "MALE");
    patient.put(BMI, Rounding.decimals(population.marginal(BMI).at(score(patient, BMI)), 1));
    choose(patient, "smoking");
    Employment.fill(patient);
  }

  private void health(Patient patient) {
    patient.put(
        "asaClass",
        population
            .count("asaClass")
            .atScore(patient.score("asaClass", Loadings.on(FRAILTY, 0.75))));
    patient.put(
        "charlsonIndex",
        population
            .count("charlsonIndex")
            .atScore(patient.score("charlsonIndex", Loadings.on(FRAILTY, 0.80))));
    patient.put("diabetes", patient.chance("diabetes", population.chance("diabetes")));
    patient.put(
        "opioidUsePreop",
        population
            .choice("opioidUsePreop")
            .atScore(patient.score("opioidUsePreop", Loadings.on(SEVERITY, 0.35))));
    choose(patient, "motorDeficitPreop");
  }

  private void history(Patient patient) {
    boolean fused = patient.chance("priorLumbarFusion", population.chance("priorLumbarFusion"));
    patient.put("priorLumbarFusion", fused);
    double draw = patient.uniform("priorLumbarSurgeries");
    patient.put("priorLumbarSurgeries", fused ? 1 + MORE_SURGERIES.at(draw) : SURGERIES.at(draw));
    long months = Rounding.whole(population.marginal(SYMPTOMS).at(score(patient, SYMPTOMS)));
    patient.put(SYMPTOMS, Math.min(months, 12 * patient.number(AGE)));
  }

  private void scores(Patient patient) {
    patient.put(
        "odiBaseline",
        Rounding.oswestry(patient, value(patient, "odiBaseline", Loadings.on(SEVERITY, 0.80))));
    patient.put("vasBackBaseline", tenths(patient, "vasBackBaseline", 0.55));
    patient.put("vasLegBaseline", tenths(patient, "vasLegBaseline", 0.45));
    Loadings quality = Loadings.on(SEVERITY, -0.70).and(FRAILTY, -0.15);
    patient.put("eq5dBaseline", Rounding.decimals(value(patient, "eq5dBaseline", quality), 3));
  }

  private double tenths(Patient patient, String variable, double severity) {
    return Rounding.decimals(value(patient, variable, Loadings.on(SEVERITY, severity)), 1);
  }

  private double value(Patient patient, String variable, Loadings loadings) {
    return population.marginal(variable).at(patient.score(variable, loadings));
  }

  private void choose(Patient patient, String variable) {
    patient.put(variable, population.choice(variable).at(patient.uniform(variable)));
  }
}
