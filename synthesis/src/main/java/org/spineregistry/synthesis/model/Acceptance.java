package org.spineregistry.synthesis.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many draws became rows.
 *
 * @param rows accepted draws
 * @param draws all draws
 * @param broken rule code to the draws that broke it; a draw may break several
 */
public record Acceptance(long rows, long draws, Map<String, Long> broken) {
  public Acceptance {
    broken = Map.copyOf(broken);
  }

  /** Every draw became a row. */
  public static Acceptance all(long rows) {
    return new Acceptance(rows, rows, Map.of());
  }

  /** Both together. */
  public Acceptance plus(Acceptance other) {
    Map<String, Long> sum = new TreeMap<>(broken);
    other.broken.forEach((code, count) -> sum.merge(code, count, Long::sum));
    return new Acceptance(rows + other.rows, draws + other.draws, sum);
  }

  /** Share of the draws that kept each rule, by code, and {@code ALL} for all together. */
  public Map<String, Double> rates() {
    Map<String, Double> rates = new TreeMap<>();
    broken.forEach((code, count) -> rates.put(code, 1 - (double) count / draws));
    rates.put("ALL", draws == 0 ? 1 : (double) rows / draws);
    return rates;
  }
}
