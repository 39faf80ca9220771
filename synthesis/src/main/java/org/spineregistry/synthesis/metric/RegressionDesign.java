package org.spineregistry.synthesis.metric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.contract.Regression;
import org.spineregistry.synthesis.table.Table;

/**
 * A declared regression, ready to be fitted on any table with its columns.
 *
 * @param target name of the number column that is explained
 * @param terms of the predictors, by the levels of the cohort
 */
record RegressionDesign(String target, List<DesignTerm> terms) {
  static final String INTERCEPT = "(intercept)";

  static RegressionDesign of(Regression regression, Table cohort) {
    List<Integer> columns = regression.predictors().stream().map(cohort::indexOf).toList();
    return new RegressionDesign(regression.target(), DesignTerm.of(cohort, columns));
  }

  /** Names of the coefficients, the intercept first. */
  List<String> names() {
    return IntStream.rangeClosed(0, terms.size())
        .mapToObj(j -> j == 0 ? INTERCEPT : terms.get(j - 1).name())
        .toList();
  }

  /** Least squares on the rows that have every value. */
  LeastSquares fit(Table table) {
    double[] targets = table.numbers(table.indexOf(target));
    double[][] columns = new double[terms.size() + 1][];
    columns[0] = new double[targets.length];
    Arrays.fill(columns[0], 1);
    for (int j = 1; j < columns.length; j++) {
      columns[j] = terms.get(j - 1).values(table);
    }
    int[] complete =
        IntStream.range(0, targets.length)
            .filter(row -> !Double.isNaN(targets[row]))
            .filter(row -> Arrays.stream(columns).noneMatch(c -> Double.isNaN(c[row])))
            .toArray();
    return LeastSquares.of(
        Arrays.stream(columns).map(column -> at(complete, column)).toArray(double[][]::new),
        at(complete, targets));
  }

  private static double[] at(int[] rows, double[] column) {
    return Arrays.stream(rows).mapToDouble(row -> column[row]).toArray();
  }
}
