package org.spineregistry.synthesis.copula;

import java.util.Arrays;
import java.util.List;
import org.spineregistry.synthesis.copula.ColumnUnit.LevelUnit;
import org.spineregistry.synthesis.copula.ColumnUnit.NumberUnit;
import org.spineregistry.synthesis.quantile.QuantileTable;
import org.spineregistry.synthesis.step.ScoredColumn;
import org.spineregistry.synthesis.step.Steps;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;

/** Fits the marginal of each column: what is constant, what is rare, what the steps are. */
final class ColumnFit {
  private final Table cohort;
  private final int k;

  /** Score of the primary outcome of each patient, NaN when unknown; null when there is none. */
  private final double[] outcomeScores;

  ColumnFit(Table cohort, int k) {
    this.cohort = cohort;
    this.k = k;
    this.outcomeScores =
        cohort.primaryOutcome().map(outcome -> outcomeScores(cohort, outcome, k)).orElse(null);
  }

  FittedColumn fit(int position) {
    if (cohort.rows() - cohort.missing(position) < 2 * k) {
      return FittedColumn.constant(Double.NaN, List.of());
    }
    return cohort.columns().get(position).isNumber() ? number(position) : category(position);
  }

  private FittedColumn number(int position) {
    Column column = cohort.columns().get(position);
    double[] values = cohort.numbers(position);
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    if (low == high) {
      return FittedColumn.constant(low, List.of());
    }
    double[] distinct = distinct(sorted);
    int[] step = new int[values.length];
    int[] counts = new int[distinct.length];
    for (int row = 0; row < values.length; row++) {
      step[row] = Double.isNaN(values[row]) ? -1 : Arrays.binarySearch(distinct, values[row]);
      if (step[row] >= 0) {
        counts[step[row]]++;
      }
    }
    Steps steps = Steps.of(counts);
    QuantileTable table = QuantileTable.of(sorted, column.minimum(), column.maximum(), k);
    double hiddenLow = counts[0] < k ? low : Double.NaN;
    double hiddenHigh = counts[counts.length - 1] < k ? high : Double.NaN;
    return new FittedColumn(
        new NumberUnit(table, column.decimals(), hiddenLow, hiddenHigh),
        ScoredColumn.of(steps, step),
        steps,
        List.of());
  }

  private static double[] distinct(double[] sorted) {
    double[] distinct = new double[sorted.length];
    int size = 0;
    for (double value : sorted) {
      if (size == 0 || Double.compare(value, distinct[size - 1]) != 0) {
        distinct[size++] = value;
      }
    }
    return Arrays.copyOf(distinct, size);
  }

  private FittedColumn category(int position) {
    int[] codes = cohort.codes(position);
    Levels levels = levels(cohort, position, codes, outcomeScores, k);
    if (levels.codes().length == 1) {
      return FittedColumn.constant(levels.codes()[0], levels.merged());
    }
    int[] step = Arrays.stream(codes).map(c -> c < 0 ? -1 : levels.stepOf()[c]).toArray();
    Steps steps = Steps.of(counts(step, levels.codes().length));
    return new FittedColumn(
        new LevelUnit(steps, levels.codes(), levels.stepOf()),
        ScoredColumn.of(steps, step),
        steps,
        levels.merged());
  }

  private static Levels levels(
      Table cohort, int position, int[] codes, double[] outcomeScores, int k) {
    Column column = cohort.columns().get(position);
    List<String> names = cohort.levels(position);
    int[] counts = counts(codes, names.size());
    if (column.ordered()) {
      return Levels.ordered(counts, names, k);
    }
    double[] means = new double[names.size()];
    if (outcomeScores != null) {
      int[] known = new int[names.size()];
      for (int row = 0; row < codes.length; row++) {
        if (codes[row] >= 0 && !Double.isNaN(outcomeScores[row])) {
          means[codes[row]] += outcomeScores[row];
          known[codes[row]]++;
        }
      }
      for (int code = 0; code < means.length; code++) {
        means[code] = known[code] == 0 ? 0 : means[code] / known[code];
      }
    }
    int other = column.other() == null ? -1 : names.indexOf(column.other());
    return Levels.nominal(counts, means, names, other, k);
  }

  private static double[] outcomeScores(Table cohort, int outcome, int k) {
    if (cohort.rows() - cohort.missing(outcome) < 2 * k) {
      return null;
    }
    if (cohort.columns().get(outcome).isNumber()) {
      FittedColumn fitted = new ColumnFit(cohort, k, null).number(outcome);
      return fitted.isLatent() ? fitted.scored().scores() : null;
    }
    int[] codes = cohort.codes(outcome);
    Levels levels = levels(cohort, outcome, codes, null, k);
    int[] step = Arrays.stream(codes).map(c -> c < 0 ? -1 : levels.stepOf()[c]).toArray();
    return ScoredColumn.of(Steps.of(counts(step, levels.codes().length)), step).scores();
  }

  private ColumnFit(Table cohort, int k, double[] outcomeScores) {
    this.cohort = cohort;
    this.k = k;
    this.outcomeScores = outcomeScores;
  }

  private static int[] counts(int[] codes, int size) {
    int[] counts = new int[size];
    for (int code : codes) {
      if (code >= 0) {
        counts[code]++;
      }
    }
    return counts;
  }
}
