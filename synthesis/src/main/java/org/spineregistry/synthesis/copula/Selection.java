package org.spineregistry.synthesis.copula;

import java.util.Arrays;
import java.util.List;
import org.spineregistry.synthesis.condition.CellCondition;
import org.spineregistry.synthesis.condition.Conditions;
import org.spineregistry.synthesis.condition.ConditionsException;
import org.spineregistry.synthesis.table.Table;

/**
 * Counts the patients that meet conditions, as the model shows them: numbers rounded, rare levels
 * merged.
 *
 * @param cohort counted, never shown
 * @param units of its columns
 * @param k smallest group of patients that may show
 */
record Selection(Table cohort, ColumnUnit[] units, int k) {

  /** The refusal of conditions that fewer than k patients meet, null for none. */
  String refusal(Conditions conditions) {
    return patients(conditions) < k
        ? "the conditions '" + conditions.text() + "' select fewer than " + k + " patients"
        : null;
  }

  /**
   * @throws ConditionsException if fewer than k patients meet the conditions
   */
  void check(Conditions conditions) {
    String refusal = refusal(conditions);
    if (refusal != null) {
      throw new ConditionsException(List.of(refusal));
    }
  }

  private int patients(Conditions conditions) {
    boolean[] meets = new boolean[cohort.rows()];
    Arrays.fill(meets, true);
    for (CellCondition condition : conditions.cells()) {
      double[] cells = shown(condition.column());
      for (int patient = 0; patient < meets.length; patient++) {
        meets[patient] &= condition.holds(cells[patient]);
      }
    }
    int count = 0;
    for (boolean meeting : meets) {
      count += meeting ? 1 : 0;
    }
    return count;
  }

  private double[] shown(int column) {
    double[] cells =
        cohort.columns().get(column).isNumber()
            ? cohort.numbers(column)
            : Arrays.stream(cohort.codes(column))
                .mapToDouble(c -> c < 0 ? Double.NaN : c)
                .toArray();
    for (int patient = 0; patient < cells.length; patient++) {
      cells[patient] =
          Double.isNaN(cells[patient]) ? Double.NaN : units[column].shown(cells[patient]);
    }
    return cells;
  }
}
