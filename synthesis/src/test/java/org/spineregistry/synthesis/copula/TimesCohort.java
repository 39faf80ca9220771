package org.spineregistry.synthesis.copula;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.contract.DerivedColumns;
import org.spineregistry.synthesis.contract.RowRules;
import org.spineregistry.synthesis.contract.TimeToEvent;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.special.StandardNormal;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;

/**
 * A cohort of a known distribution: months to death exponential of mean 20, its normal score
 * correlated -0.6 with x; months to the end of observation uniform up to 40, whatever x is. Three
 * patients moved. The columns are x, months, status, note.
 */
final class TimesCohort {
  static final TimeToEvent DEATH = new TimeToEvent("months", "status", Set.of("dead"));
  static final Seed SEED = Seed.ofHex("2e".repeat(32));
  private static final List<String> STATUSES = List.of("alive", "dead", "moved");
  private static final int PATIENTS = 4_000;
  private static final Table ALL = cohort();

  private TimesCohort() {}

  static Table all() {
    return ALL;
  }

  /** The cohort; times missing in one share of the patients, statuses in part of the same. */
  static Table without(double times, double statuses) {
    RandomStream stream = SEED.stream("gaps");
    double[] months = ALL.numbers(1);
    int[] status = ALL.codes(2);
    for (int row = 0; row < PATIENTS; row++) {
      double gap = stream.uniform(row, 0, 0);
      months[row] = gap < times ? Double.NaN : months[row];
      status[row] = gap < statuses ? -1 : status[row];
    }
    return table(ALL.numbers(0), months, status, ALL.numbers(3));
  }

  static StepModel model(Table cohort) {
    return new StepCopula(StepOptions.of(0, 3), contract(DerivedColumns.none()), SEED).fit(cohort);
  }

  static Contract contract(DerivedColumns derived) {
    return new Contract(RowRules.none(), derived, List.of(DEATH), List.of(), Map.of());
  }

  private static Table cohort() {
    RandomStream stream = SEED.stream("cohort");
    double[] x = new double[PATIENTS];
    double[] months = new double[PATIENTS];
    int[] status = new int[PATIENTS];
    double[] note = new double[PATIENTS];
    for (int row = 0; row < PATIENTS; row++) {
      double g = stream.normal(row, 0, 0);
      double death = -0.6 * g + 0.8 * stream.normal(row, 0, 1);
      double died = -20 * StrictMath.log(StandardNormal.upper(death));
      double end = 40 * stream.uniform(row, 0, 2);
      x[row] = Math.rint(10 * g) / 10;
      months[row] = Math.rint(10 * Math.min(died, end)) / 10;
      status[row] = died <= end ? 1 : row < 3 ? 2 : 0;
      note[row] = stream.uniform(row, 0, 3) < 0.3 ? Double.NaN : Math.rint(10 * g) / 10;
    }
    return table(x, months, status, note);
  }

  static Table table(double[] x, double[] months, int[] status, double[] note) {
    return Table.of(
        List.of(
            Column.number("x", 1),
            Column.number("months", 1).between(0.0, 60.0),
            Column.category("status", STATUSES),
            Column.number("note", 1)),
        List.of(
            ColumnValues.numbers(x),
            ColumnValues.numbers(months),
            ColumnValues.codes(status, STATUSES),
            ColumnValues.numbers(note)));
  }
}
