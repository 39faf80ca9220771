package org.spineregistry.synthesis.contract;

import java.util.List;
import java.util.Map;

/**
 * All that a schema promises beside its columns.
 *
 * @param rules hold in every row
 * @param derived computed after sampling
 * @param timeToEvent pairs of columns that are one variable
 * @param regressions declared analyses
 * @param cuts for each coarsened number column the lower ends of its bands but the first, rising: a
 *     value v falls in the band with as many cuts at or below v
 */
public record Contract(
    RowRules rules,
    DerivedColumns derived,
    List<TimeToEvent> timeToEvent,
    List<Regression> regressions,
    Map<String, List<Double>> cuts) {
  public Contract {
    timeToEvent = List.copyOf(timeToEvent);
    regressions = List.copyOf(regressions);
    cuts = Map.copyOf(cuts);
  }

  /** A schema that promises nothing beside its columns. */
  public static Contract none() {
    return new Contract(RowRules.none(), DerivedColumns.none(), List.of(), List.of(), Map.of());
  }
}
