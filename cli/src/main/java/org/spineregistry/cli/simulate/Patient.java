package org.spineregistry.cli.simulate;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** One patient while being simulated: causes, values so far, reasons for gaps. */
final class Patient {
  /** Windows of follow-up: 3, 6, 12 and 24 months. */
  static final int WINDOWS = 4;

  private static final double VISIT_MEMORY = 0.6;

  private final Draws draws;
  private final long row;
  private final Site site;
  private final EnumMap<Factor, Double> factors = new EnumMap<>(Factor.class);
  private final double[] visits = new double[WINDOWS];
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, String> reasons = new LinkedHashMap<>();
  private double recovery = Double.NaN;

  Patient(Draws draws, long row, Site site) {
    this.draws = draws;
    this.row = row;
    this.site = site;
    for (Factor factor : Factor.values()) {
      factors.put(factor, normal("factor-" + factor));
    }
    visits[0] = normal("visit-0");
    for (int w = 1; w < WINDOWS; w++) {
      visits[w] =
          VISIT_MEMORY * visits[w - 1]
              + Math.sqrt(1 - VISIT_MEMORY * VISIT_MEMORY) * normal("visit-" + w);
    }
  }

  long row() {
    return row;
  }

  Site site() {
    return site;
  }

  double factor(Factor factor) {
    return factors.get(factor);
  }

  double uniform(String name) {
    return draws.uniform(name, row);
  }

  double normal(String name) {
    return draws.normal(name, row);
  }

  /** True in a share of all patients. */
  boolean chance(String name, double share) {
    return uniform(name) < share;
  }

  /** A standard normal score of the factors and of noise that belongs to the name. */
  double score(String name, Loadings loadings) {
    return loadings.score(this, OptionalInt.empty(), normal("noise-" + name));
  }

  /** A score at a visit, which also depends on how that visit went. */
  double score(String name, Loadings loadings, int window) {
    return loadings.score(this, OptionalInt.of(window), normal("noise-" + name));
  }

  double visit(int window) {
    return visits[window];
  }

  /** Standardised course after surgery; high is bad. Known once the operation is. */
  double recovery() {
    if (Double.isNaN(recovery)) {
      throw new IllegalStateException("the course follows the operation");
    }
    return recovery;
  }

  void recovery(double standardised) {
    recovery = standardised;
  }

  void put(String variable, Object value) {
    values.put(variable, value);
  }

  Object get(String variable) {
    return values.get(variable);
  }

  long number(String variable) {
    return (Long) values.get(variable);
  }

  boolean is(String variable, Object value) {
    return value.equals(values.get(variable));
  }

  /** Takes a value away and says why. */
  void lose(String variable, String reason) {
    if (values.remove(variable) != null) {
      reasons.put(variable, reason);
    }
  }

  Map<String, Object> values() {
    return values;
  }

  Map<String, String> reasons() {
    return reasons;
  }
}
