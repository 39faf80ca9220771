package org.spineregistry.synthesis.published;

import java.util.Arrays;
import java.util.List;
import org.spineregistry.synthesis.metric.Divergence;
import org.spineregistry.synthesis.metric.KolmogorovSmirnov;
import org.spineregistry.synthesis.table.Table;

/**
 * How faithful one column is.
 *
 * @param name of the column
 * @param ksP two-sample KS p value of each dataset against the cohort, in their order; NaN where it
 *     is not defined: the column is a category, constant, or without values on a side
 * @param divergence Jensen-Shannon divergence of all datasets together in bits, minus its bias; NaN
 *     when a side has no value
 */
record ColumnFidelity(String name, double[] ksP, double divergence) {
  /**
   * @param datasets the files of the release
   * @param column position
   */
  static ColumnFidelity of(Table cohort, List<Table> datasets, int column) {
    String name = cohort.columns().get(column).name();
    if (!cohort.columns().get(column).isNumber()) {
      double[] none = new double[datasets.size()];
      Arrays.fill(none, Double.NaN);
      return new ColumnFidelity(name, none, ofCodes(cohort, datasets, column));
    }
    double[] real = observed(cohort, column);
    boolean constant = Arrays.stream(real).distinct().limit(2).count() < 2;
    double[] ksP =
        datasets.stream()
            .map(dataset -> observed(dataset, column))
            .mapToDouble(
                synthetic ->
                    constant || synthetic.length == 0
                        ? Double.NaN
                        : KolmogorovSmirnov.pValue(real, synthetic))
            .toArray();
    double[] all =
        datasets.stream().flatMapToDouble(d -> Arrays.stream(observed(d, column))).toArray();
    boolean empty = real.length == 0 || all.length == 0;
    return new ColumnFidelity(
        name, ksP, empty ? Double.NaN : Divergence.ofNumbers(real, all).corrected());
  }

  private static double ofCodes(Table cohort, List<Table> datasets, int column) {
    int[] real = cohort.codes(column);
    int[] all = datasets.stream().flatMapToInt(d -> Arrays.stream(d.codes(column))).toArray();
    boolean empty =
        Arrays.stream(real).allMatch(code -> code < 0)
            || Arrays.stream(all).allMatch(code -> code < 0);
    return empty
        ? Double.NaN
        : Divergence.ofCodes(real, all, cohort.levels(column).size()).corrected();
  }

  private static double[] observed(Table table, int column) {
    return Arrays.stream(table.numbers(column)).filter(value -> !Double.isNaN(value)).toArray();
  }
}
