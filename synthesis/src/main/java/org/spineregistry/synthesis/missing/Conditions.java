package org.spineregistry.synthesis.missing;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.synthesis.table.Table;

/** Conditions that may imply a block, with the rows that meet each of them. */
record Conditions(List<Implication> candidates, List<boolean[]> rows) {
  /** A coincidence of this probability is taken for a law. */
  private static final double CHANCE = 1e-6;

  /** Every level, held by at least k rows, of every category column without missing values. */
  static Conditions ofLevels(Table cohort, List<Integer> columns, int k) {
    List<Implication> candidates = new ArrayList<>();
    List<boolean[]> rows = new ArrayList<>();
    for (int column : columns) {
      if (!cohort.columns().get(column).isNumber() && cohort.missing(column) == 0) {
        int[] codes = cohort.codes(column);
        for (int code = 0; code < cohort.levels(column).size(); code++) {
          boolean[] holding = new boolean[codes.length];
          int support = 0;
          for (int row = 0; row < codes.length; row++) {
            holding[row] = codes[row] == code;
            support += holding[row] ? 1 : 0;
          }
          if (support >= k) {
            candidates.add(Implication.byLevel(column, code, support));
            rows.add(holding);
          }
        }
      }
    }
    return new Conditions(candidates, rows);
  }

  static Conditions ofBlock(int block, boolean[] missing, int support) {
    return new Conditions(List.of(Implication.byBlock(block, support)), List.of(missing));
  }

  /**
   * Adds the conditions that imply a block and takes their rows out of risk. A condition implies it
   * when every row that meets it misses the block, and chance would hardly do that.
   */
  void implying(MissingRows block, int k, List<Implication> implications, boolean[] atRisk) {
    for (int c = 0; c < candidates.size(); c++) {
      int support = candidates.get(c).support();
      if (support >= k
          && StrictMath.pow(block.rate(), support) < CHANCE
          && allIn(rows.get(c), block.rows())) {
        implications.add(candidates.get(c));
        for (int row = 0; row < atRisk.length; row++) {
          atRisk[row] &= !rows.get(c)[row];
        }
      }
    }
  }

  private static boolean allIn(boolean[] inner, boolean[] outer) {
    for (int row = 0; row < inner.length; row++) {
      if (inner[row] && !outer[row]) {
        return false;
      }
    }
    return true;
  }
}
