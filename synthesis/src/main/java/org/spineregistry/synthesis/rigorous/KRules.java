package org.spineregistry.synthesis.rigorous;

import java.util.Arrays;
import java.util.List;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.metric.KMap;
import org.spineregistry.synthesis.quantile.HiddenExtremes;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Decimal;
import org.spineregistry.synthesis.table.Table;

/**
 * What so few patients have that it points at them: extremes of numbers, levels, combinations of
 * quasi-identifiers. Derived columns are left out, since they show what the cells that they follow
 * from show. Immutable.
 */
final class KRules {
  /** Smallest group of patients that may show. */
  static final int K = 5;

  private final HiddenExtremes[] extremes;
  private final int[][] holders;
  private final KMap sharing;

  private KRules(HiddenExtremes[] extremes, int[][] holders, KMap sharing) {
    this.extremes = extremes;
    this.holders = holders;
    this.sharing = sharing;
  }

  /** Counts the patients of a cohort. */
  static KRules of(Table patients, Contract contract) {
    HiddenExtremes[] extremes = new HiddenExtremes[patients.columns().size()];
    int[][] holders = new int[extremes.length][];
    for (int c = 0; c < extremes.length; c++) {
      if (contract.derived().names().contains(patients.columns().get(c).name())) {
        continue;
      }
      if (patients.columns().get(c).isNumber()) {
        extremes[c] =
            HiddenExtremes.of(patients.numbers(c), patients.columns().get(c).decimals(), K);
      } else {
        holders[c] = holders(patients, c);
      }
    }
    List<Integer> quasiIdentifiers = patients.withRole(ColumnRole.QUASI_IDENTIFIER);
    KMap sharing =
        quasiIdentifiers.isEmpty() ? null : KMap.of(patients, quasiIdentifiers, contract.cuts());
    return new KRules(extremes, holders, sharing);
  }

  private static int[] holders(Table patients, int column) {
    int[] holders = new int[patients.levels(column).size()];
    for (int code : patients.codes(column)) {
      if (code >= 0) {
        holders[code]++;
      }
    }
    String gathering = patients.columns().get(column).other();
    int other = gathering == null ? -1 : patients.levels(column).indexOf(gathering);
    if (other >= 0) {
      // it stands for all rare levels together
      int rare = Arrays.stream(holders).filter(count -> count < K).sum();
      holders[other] = Math.max(holders[other], rare);
    }
    return holders;
  }

  /** Rows that show the lowest or highest number of a column, held by fewer than k patients. */
  boolean[] extremes(Table table) {
    boolean[] showing = new boolean[table.rows()];
    for (int c = 0; c < extremes.length; c++) {
      if (extremes[c] != null) {
        int decimals = table.columns().get(c).decimals();
        double[] numbers = table.numbers(c);
        for (int row = 0; row < showing.length; row++) {
          showing[row] |= extremes[c].hides(Decimal.round(numbers[row], decimals));
        }
      }
    }
    return showing;
  }

  /**
   * Rows that show a level of few patients.
   *
   * @param fewest holders that make a level count, 0 or 1
   */
  boolean[] levels(Table table, int fewest) {
    boolean[] showing = new boolean[table.rows()];
    for (int c = 0; c < holders.length; c++) {
      if (holders[c] != null) {
        int[] codes = table.codes(c);
        for (int row = 0; row < showing.length; row++) {
          showing[row] |= codes[row] >= 0 && isBetween(holders[c][codes[row]], fewest, K);
        }
      }
    }
    return showing;
  }

  /** Whether the schema declares quasi-identifiers. */
  boolean hasSharing() {
    return sharing != null;
  }

  /**
   * Rows whose quasi-identifiers few patients share.
   *
   * @param fewest patients that make a combination count, 0 or 1
   * @param enough patients that may show
   */
  boolean[] sharing(Table table, int fewest, int enough) {
    int[] counts = sharing.counts(table);
    boolean[] showing = new boolean[counts.length];
    for (int row = 0; row < counts.length; row++) {
      showing[row] = isBetween(counts[row], fewest, enough);
    }
    return showing;
  }

  private static boolean isBetween(int count, int fewest, int enough) {
    return count >= fewest && count < enough;
  }
}
