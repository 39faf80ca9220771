package org.spineregistry.cli.simulate;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How a score depends on the causes; own noise fills the variance up to 1.
 *
 * @param factors loading of each cause that counts
 * @param recovery loading of the standardised course after surgery
 * @param visit loading of how the visit went
 */
record Loadings(Map<Factor, Double> factors, double recovery, double visit) {
  static final Loadings NONE = new Loadings(Map.of(), 0, 0);

  Loadings {
    factors = Map.copyOf(factors);
  }

  static Loadings on(Factor factor, double loading) {
    return NONE.and(factor, loading);
  }

  Loadings and(Factor factor, double loading) {
    Map<Factor, Double> more = new EnumMap<>(Factor.class);
    more.putAll(factors);
    more.put(factor, loading);
    return new Loadings(more, recovery, visit);
  }

  Loadings andRecovery(double loading) {
    return new Loadings(factors, loading, visit);
  }

  Loadings andVisit(double loading) {
    return new Loadings(factors, recovery, loading);
  }

  double score(Patient patient, OptionalInt window, double noise) {
    double sum = recovery == 0 ? 0 : recovery * patient.recovery();
    double explained = recovery * recovery + visit * visit;
    for (Factor factor : Factor.values()) {
      double loading = factors.getOrDefault(factor, 0.0);
      sum += loading * patient.factor(factor);
      explained += loading * loading;
    }
    if (visit != 0) {
      sum += visit * patient.visit(window.orElseThrow());
    }
    return sum + Math.sqrt(1 - explained) * noise;
  }
}
