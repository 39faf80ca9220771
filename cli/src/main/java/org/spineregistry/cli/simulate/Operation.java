package org.spineregistry.cli.simulate;

import static org.spineregistry.cli.simulate.Factor.BURDEN;
import static org.spineregistry.cli.simulate.Factor.FRAILTY;

/** The part of an operation that both campaigns ask in the same words. */
final class Operation {
  private static final long LARGE_LOSS = 1500;

  private final Population population;

  Operation(Population population) {
    this.population = population;
  }

  /** Time, blood and stay, with the factors by which the kind of operation changes them. */
  void effort(Patient patient, double timeFactor, double lossFactor) {
    double minutes = timeFactor * value(patient, "operativeTimeMin", Loadings.on(BURDEN, 0.80));
    patient.put("operativeTimeMin", clip(minutes, 10, 720));
    double loss = lossFactor * value(patient, "bloodLossMl", Loadings.on(BURDEN, 0.70));
    patient.put("bloodLossMl", clip(loss, 0, 5000));
    Loadings stay = Loadings.on(BURDEN, 0.45).and(FRAILTY, 0.30);
    patient.put("lengthOfStayDays", clip(value(patient, "lengthOfStayDays", stay), 0, 60));
    boolean large = patient.number("bloodLossMl") > LARGE_LOSS;
    patient.put(
        "transfusion",
        patient.chance("transfusion", large ? 0.95 : population.chance("transfusion")));
  }

  void choose(Patient patient, String variable) {
    patient.put(variable, population.choice(variable).at(patient.uniform(variable)));
  }

  long count(Patient patient, String variable) {
    return population.count(variable).at(patient.uniform(variable));
  }

  double value(Patient patient, String variable, Loadings loadings) {
    return population.marginal(variable).at(patient.score(variable, loadings));
  }

  private static long clip(double value, long low, long high) {
    return Math.max(low, Math.min(high, Rounding.whole(value)));
  }
}
