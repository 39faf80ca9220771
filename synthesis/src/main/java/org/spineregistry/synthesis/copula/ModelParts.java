package org.spineregistry.synthesis.copula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.spineregistry.synthesis.contract.Row;
import org.spineregistry.synthesis.model.Acceptance;
import org.spineregistry.synthesis.model.FitException;
import org.spineregistry.synthesis.table.Column;

/**
 * What sampling needs of a fitted model. Arrays must not be changed.
 *
 * @param columns in schema order
 * @param levels of each category column, empty for a number
 * @param units of each column; null for a derived one
 * @param latentOfColumn number of each column's latent, -1 for a column without one of its own
 * @param pairs of columns that are a time and what ended it
 * @param blocks of missing cells in the order in which they are decided
 * @param checks of every row
 * @param selection counts the patients that conditions select
 * @param correlation repaired latent correlations
 * @param lower their Cholesky factor
 */
record ModelParts(
    List<Column> columns,
    List<List<String>> levels,
    ColumnUnit[] units,
    int[] latentOfColumn,
    List<PairUnit> pairs,
    List<BlockRule> blocks,
    RowChecks checks,
    Selection selection,
    double[][] correlation,
    double[][] lower) {
  private static final double LOWEST_ACCEPTANCE = 0.5;

  int latents() {
    return lower.length;
  }

  /** The same model with other units and blocks. */
  ModelParts with(ColumnUnit[] otherUnits, List<BlockRule> otherBlocks) {
    return new ModelParts(
        columns,
        levels,
        otherUnits,
        latentOfColumn,
        pairs,
        otherBlocks,
        checks,
        selection,
        correlation,
        lower);
  }

  Row newRow() {
    return new Row(columns, levels);
  }

  /**
   * Acceptance of the draws of a sampler.
   *
   * @throws FitException if a check turns away more than half of the draws
   */
  Acceptance acceptance(long rows, long draws, long[] broken) {
    Map<String, Long> byCode = new TreeMap<>();
    for (int check = 0; check < broken.length; check++) {
      byCode.merge(checks.codes().get(check), broken[check], Long::sum);
    }
    byCode.values().removeIf(count -> count == 0);
    return new Acceptance(rows, draws, byCode);
  }

  /** The refusal of a model whose rows break the rules too often. */
  FitException tooRare(long[] broken, long draws) {
    Map<String, Double> kept = new TreeMap<>();
    List<String> rates = new ArrayList<>();
    acceptance(0, draws, broken)
        .rates()
        .forEach(
            (code, rate) -> {
              if (rate < LOWEST_ACCEPTANCE && !code.equals("ALL")) {
                rates.add(code + " keeps " + Math.round(100 * rate) + " % of the draws");
                kept.put(code, rate);
              }
            });
    return new FitException(
        "rows within the rules are too rare ("
            + String.join(", ", rates)
            + "): "
            + remedy(kept.keySet())
            + (broken[broken.length - 1] > 0
                ? ", or ask for conditions that more patients meet"
                : ""),
        kept);
  }

  /** What helps against the checks that turn too many draws away. */
  private static String remedy(Set<String> codes) {
    List<String> remedies = new ArrayList<>();
    if (!Set.of(RowChecks.K_MAP, RowChecks.REAL_EXTREME).containsAll(codes) || codes.isEmpty()) {
      remedies.add(
          "declare a column that follows from others as derived, model a pair low <= high as (low,"
              + " high - low)");
    }
    if (codes.contains(RowChecks.K_MAP)) {
      remedies.add("use fewer or coarser quasi-identifiers");
    }
    if (codes.contains(RowChecks.REAL_EXTREME)) {
      remedies.add("use fewer or coarser columns");
    }
    return String.join(", or ", remedies);
  }

  /**
   * Whether a check turns away more than half of the draws that meet the conditions. Draws that do
   * not meet them say nothing against the model.
   */
  boolean isTooRare(Acceptance acceptance) {
    Map<String, Long> broken = acceptance.broken();
    long meeting = acceptance.draws() - broken.getOrDefault(RowChecks.CONDITION, 0L);
    return broken.entrySet().stream()
        .filter(check -> !check.getKey().equals(RowChecks.CONDITION))
        .anyMatch(check -> 1 - (double) check.getValue() / meeting < LOWEST_ACCEPTANCE);
  }
}
