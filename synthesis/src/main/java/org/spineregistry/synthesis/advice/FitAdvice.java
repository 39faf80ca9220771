package org.spineregistry.synthesis.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.table.Table;

/**
 * What would help a cohort to which no model can be fitted within the rules, by the checks that
 * turn its rows away.
 *
 * @param cohort all patients
 * @param contract what rows must keep
 * @param enough patients that must share a combination of quasi-identifiers
 */
public record FitAdvice(Table cohort, Contract contract, int enough) {
  private static final String SHARED = "K_MAP";
  private static final String EXTREME = "REAL_EXTREME";

  /**
   * A sentence for each cause.
   *
   * @param kept share of the draws that each check keeps which turns too many away, by its code
   */
  public List<String> of(Map<String, Double> kept) {
    List<String> advice = new ArrayList<>();
    if (kept.isEmpty() || kept.containsKey(SHARED)) {
      advice.addAll(new SharedCells(cohort, contract, enough).advice());
    }
    if (kept.containsKey(EXTREME)) {
      advice.addAll(new RareExtremes(cohort).advice());
    }
    List<String> rules =
        kept.keySet().stream()
            .filter(code -> !Set.of(SHARED, EXTREME).contains(code))
            .sorted()
            .toList();
    if (!rules.isEmpty()) {
      advice.add(
          "Rules that most draws break ("
              + String.join(", ", rules)
              + "): declare a column that follows from others as derived, and model a pair low <="
              + " high as (low, high - low).");
    }
    return advice;
  }
}
