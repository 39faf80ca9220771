package org.spineregistry.synthesis.copula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.spineregistry.synthesis.condition.Conditions;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.contract.Row;
import org.spineregistry.synthesis.metric.KMap;
import org.spineregistry.synthesis.table.Column;

/**
 * What a drawn row must keep: the conditions of the sample, no real extreme that few patients
 * share, derived values that can be computed, the rules of the schema, quasi-identifiers that
 * enough patients share.
 */
final class RowChecks {
  static final String REAL_EXTREME = "REAL_EXTREME";
  static final String K_MAP = "K_MAP";
  static final String DERIVED = "DERIVED";
  static final String CONDITION = "CONDITION";

  private final ColumnUnit[] units;
  private final Contract contract;
  private final int[] derived;
  private final KMap kMap;
  private final int kMapMinimum;
  private final List<String> codes = new ArrayList<>();

  /**
   * @param units by column; null for a derived one
   * @param kMap of the cohort; null without quasi-identifiers
   */
  RowChecks(
      List<Column> columns, ColumnUnit[] units, Contract contract, KMap kMap, int kMapMinimum) {
    this.units = units;
    this.contract = contract;
    this.kMap = kMap;
    this.kMapMinimum = kMapMinimum;
    List<String> names = columns.stream().map(Column::name).toList();
    this.derived = contract.derived().names().stream().mapToInt(names::indexOf).toArray();
    codes.addAll(contract.rules().codes());
    codes.addAll(List.of(REAL_EXTREME, DERIVED, K_MAP, CONDITION));
  }

  /** Whether anything but a real extreme can turn a row away, and with it what the row holds. */
  boolean canBend() {
    return kMap != null || !contract.rules().codes().isEmpty() || derived.length > 0;
  }

  /** Codes of the checks; positions are those of {@link #apply}'s counts. */
  List<String> codes() {
    return codes;
  }

  /** Names of the columns that are computed from others. */
  Set<String> derived() {
    return Set.copyOf(contract.derived().names());
  }

  /**
   * Computes the derived cells and checks the row.
   *
   * @param conditions of the sample, on modelled columns only
   * @param broken count of each check, raised for those that the row breaks
   * @return whether the row may stay
   */
  boolean apply(Row row, Conditions conditions, long[] broken) {
    int rules = contract.rules().codes().size();
    if (!conditions.hold(row)) {
      broken[rules + 3]++;
      return false; // the row is of no interest, whatever else it breaks
    }
    for (int column = 0; column < units.length; column++) {
      if (units[column] != null && units[column].isExtreme(row.cell(column))) {
        broken[rules]++;
        return false; // the cheap check first: a row is broken by one as by many
      }
    }
    if (!computeDerived(row)) {
      broken[rules + 1]++;
      return false;
    }
    List<Integer> rulesBroken = contract.rules().broken(row);
    rulesBroken.forEach(rule -> broken[rule]++);
    boolean keeps = rulesBroken.isEmpty();
    if (kMap != null && kMap.count(row) < kMapMinimum) {
      broken[rules + 2]++;
      keeps = false;
    }
    return keeps;
  }

  private boolean computeDerived(Row row) {
    List<String> names = contract.derived().names();
    for (int d = 0; d < derived.length; d++) {
      try {
        row.setValue(derived[d], contract.derived().compute(names.get(d), row));
      } catch (IllegalArgumentException notComputable) {
        return false;
      }
    }
    return true;
  }
}
