package org.spineregistry.synthesis.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.contract.Regression;
import org.spineregistry.synthesis.table.Table;

/**
 * The complete rows of a declared regression: an intercept, numbers as they are, one indicator for
 * each level but the first that the cohort holds.
 *
 * @param terms names of the columns
 * @param columns position of the column of each term; -1 for the intercept
 * @param levels code of each term's level; -1 for a number
 * @param target position of the target
 */
record Design(List<String> terms, int[] columns, int[] levels, int target) {

  /** The terms that a cohort gives to a declared regression. */
  static Design of(Regression regression, Table cohort) {
    List<String> terms = new ArrayList<>(List.of("(intercept)"));
    List<Integer> columns = new ArrayList<>(List.of(-1));
    List<Integer> levels = new ArrayList<>(List.of(-1));
    for (String name : regression.predictors()) {
      int column = cohort.indexOf(name);
      if (cohort.columns().get(column).isNumber()) {
        terms.add(name);
        columns.add(column);
        levels.add(-1);
      } else {
        int[] codes = cohort.codes(column);
        int[] held =
            IntStream.range(0, cohort.levels(column).size())
                .filter(level -> IntStream.of(codes).filter(code -> code == level).count() > 0)
                .toArray();
        for (int i = 1; i < held.length; i++) {
          terms.add(name + "=" + cohort.levels(column).get(held[i]));
          columns.add(column);
          levels.add(held[i]);
        }
      }
    }
    return new Design(
        terms,
        columns.stream().mapToInt(c -> c).toArray(),
        levels.stream().mapToInt(l -> l).toArray(),
        cohort.indexOf(regression.target()));
  }

  /** The regression on a table; null when it cannot be fitted. */
  LeastSquares fit(Table table) {
    double[][] cells = new double[columns.length][];
    for (int t = 0; t < columns.length; t++) {
      cells[t] = term(table, t);
    }
    double[] targets = table.numbers(target);
    List<double[]> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (int row = 0; row < targets.length; row++) {
      double[] line = new double[cells.length];
      boolean complete = !Double.isNaN(targets[row]);
      for (int t = 0; t < line.length; t++) {
        line[t] = cells[t][row];
        complete &= !Double.isNaN(line[t]);
      }
      if (complete) {
        x.add(line);
        y.add(targets[row]);
      }
    }
    return LeastSquares.of(
        x.toArray(double[][]::new), y.stream().mapToDouble(value -> value).toArray());
  }

  private double[] term(Table table, int term) {
    if (columns[term] < 0) {
      double[] ones = new double[table.rows()];
      Arrays.fill(ones, 1);
      return ones;
    }
    if (levels[term] < 0) {
      return table.numbers(columns[term]);
    }
    int[] codes = table.codes(columns[term]);
    double[] indicator = new double[codes.length];
    for (int row = 0; row < codes.length; row++) {
      indicator[row] = codes[row] < 0 ? Double.NaN : codes[row] == levels[term] ? 1 : 0;
    }
    return indicator;
  }
}
