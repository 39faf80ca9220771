package org.spineregistry.synthesis.copula;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.copula.ColumnUnit.ConstantUnit;
import org.spineregistry.synthesis.copula.ColumnUnit.LevelUnit;
import org.spineregistry.synthesis.copula.ColumnUnit.NumberUnit;
import org.spineregistry.synthesis.privacy.IntegerNoise;
import org.spineregistry.synthesis.privacy.SimplexCounts;
import org.spineregistry.synthesis.quantile.QuantileTable;
import org.spineregistry.synthesis.step.Steps;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;

/**
 * The marginal of one column from noisy counts of its bins and of missing cells.
 *
 * @param unit how cells come out
 * @param bins that were counted; null for a column that was not
 * @param steps of the counts; null for a constant column
 * @param stepOf the step of each bin
 * @param missing share of the rows that miss the column; 0 when the noise could be all of it
 */
record PrivateColumn(ColumnUnit unit, PrivateBins bins, Steps steps, int[] stepOf, double missing) {
  /** Fewer missing cells than so many deviations of the noise are taken for none. */
  private static final int CLEAR = 3;

  private static final int DRAWN = 2000;

  /** What a column is whose levels only the patients tell: no row has it. */
  static PrivateColumn empty() {
    return new PrivateColumn(new ConstantUnit(Double.NaN), null, null, new int[0], 1);
  }

  /** Numbers whose ranges only the patients tell. */
  static List<String> unbounded(List<Column> columns) {
    return columns.stream()
        .filter(
            column -> column.isNumber() && (column.minimum() == null || column.maximum() == null))
        .map(
            column ->
                column.name()
                    + ": the schema gives no min and max, and those of the data are private")
        .toList();
  }

  /**
   * Counts the cells of a column twice: in even parts of its range, and in parts that follow from
   * the first noisy counts. Of each count one patient moves two numbers by one.
   */
  static PrivateColumn of(Table cohort, int position, IntegerNoise coarse, IntegerNoise fine) {
    PrivateBins even = PrivateBins.of(cohort.columns().get(position));
    long[] first = counts(cohort, position, even, coarse);
    PrivateBins bins =
        even.refined(SimplexCounts.of(Arrays.copyOf(first, even.size()), cohort.rows()));
    long[] counts = counts(cohort, position, bins, fine);
    double missing = SimplexCounts.of(counts, cohort.rows())[bins.size()];
    if (missing < CLEAR * fine.deviation()) {
      missing = 0;
    }
    double observed = cohort.rows() - missing;
    if (observed < 1) {
      return empty();
    }
    return of(
        bins,
        SimplexCounts.of(Arrays.copyOf(counts, bins.size()), observed),
        missing / cohort.rows());
  }

  /** Noisy counts of the bins and, behind them, of missing cells. */
  private static long[] counts(Table cohort, int position, PrivateBins bins, IntegerNoise noise) {
    long[] counts = new long[bins.size() + 1];
    for (int bin : bins.of(cohort, position)) {
      counts[bin < 0 ? bins.size() : bin]++;
    }
    for (int bin = 0; bin < counts.length; bin++) {
      counts[bin] = noise.add(counts[bin], position, bin);
    }
    return counts;
  }

  private static PrivateColumn of(PrivateBins bins, double[] counts, double missing) {
    int[] held = IntStream.range(0, counts.length).filter(bin -> counts[bin] >= 1).toArray();
    if (held.length == 0) {
      held = new int[] {largest(counts)};
    }
    int[] stepOf = nearest(held, counts.length);
    boolean number = bins.column().isNumber();
    if (held.length == 1 && (!number || bins.isSingle(held[0]))) {
      double value = number ? bins.value(held[0], 0) : held[0];
      return new PrivateColumn(new ConstantUnit(value), bins, null, stepOf, missing);
    }
    int[] whole =
        IntStream.of(held).map(bin -> (int) Math.max(1, Math.round(counts[bin]))).toArray();
    Steps steps = Steps.of(whole);
    ColumnUnit unit =
        number
            ? new NumberUnit(
                table(bins, held, whole), bins.column().decimals(), Double.NaN, Double.NaN)
            : new LevelUnit(steps, held, stepOf);
    return new PrivateColumn(unit, bins, steps, stepOf, missing);
  }

  /** The quantiles of values that lie evenly in each part. */
  private static QuantileTable table(PrivateBins bins, int[] held, int[] counts) {
    double total = Arrays.stream(counts).asLongStream().sum();
    double[] values =
        IntStream.range(0, held.length)
            .boxed()
            .flatMapToDouble(
                step -> {
                  int drawn = (int) Math.ceil(DRAWN * counts[step] / total);
                  return IntStream.range(0, drawn)
                      .mapToDouble(i -> bins.value(held[step], (i + 0.5) / drawn));
                })
            .toArray();
    return QuantileTable.of(
        values, bins.column().minimum(), bins.column().maximum(), StepOptions.K);
  }

  private static int largest(double[] counts) {
    int largest = 0;
    for (int bin = 1; bin < counts.length; bin++) {
      largest = counts[bin] > counts[largest] ? bin : largest;
    }
    return largest;
  }

  /** A patient in a bin that the noise has emptied counts for the nearest one that it has not. */
  private static int[] nearest(int[] held, int bins) {
    int[] stepOf = new int[bins];
    for (int bin = 0; bin < bins; bin++) {
      for (int step = 1; step < held.length; step++) {
        if (Math.abs(held[step] - bin) < Math.abs(held[stepOf[bin]] - bin)) {
          stepOf[bin] = step;
        }
      }
    }
    return stepOf;
  }

  /** Score of each row, see {@link Steps#scores}; 0 where it says nothing. */
  double[] scores(Table cohort, int position) {
    return Arrays.stream(bins.of(cohort, position))
        .mapToDouble(bin -> bin < 0 ? 0 : steps.scores()[stepOf[bin]])
        .toArray();
  }

  /** Whether the column has a latent number. */
  boolean isLatent() {
    return steps != null;
  }

  /** Whether it can be missing or not. */
  boolean isSometimesMissing() {
    return missing > 0 && missing < 1;
  }

  /** Two steps, present and missing. */
  Steps indicator(int patients) {
    int gone = (int) Math.max(1, Math.min(patients - 1.0, Math.round(missing * patients)));
    return Steps.of(new int[] {patients - gone, gone});
  }
}
