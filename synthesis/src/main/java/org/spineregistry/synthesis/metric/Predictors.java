package org.spineregistry.synthesis.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spineregistry.synthesis.table.Table;

/**
 * Design matrix of a regression. A number is one column; a category is one 0/1 column for each
 * level but the first of the schema. A missing value takes the training mean of each of its
 * columns, so that no patient is lost to one unknown predictor.
 */
public final class Predictors {
  private final List<Integer> columns;
  private final double[] means;

  private Predictors(List<Integer> columns, double[] means) {
    this.columns = columns;
    this.means = means;
  }

  /**
   * Prepares the encoding.
   *
   * @param training rows whose means stand in for missing values
   * @param columns positions of the predictors
   */
  public static Predictors of(Table training, List<Integer> columns) {
    double[][] raw = raw(training, columns);
    double[] means = new double[raw.length];
    for (int j = 0; j < raw.length; j++) {
      means[j] = Arrays.stream(raw[j]).filter(v -> !Double.isNaN(v)).average().orElse(0);
    }
    return new Predictors(List.copyOf(columns), means);
  }

  /** One array a row; the table must have the columns and levels of the training table. */
  public double[][] rows(Table table) {
    double[][] raw = raw(table, columns);
    double[][] rows = new double[table.rows()][raw.length];
    for (int j = 0; j < raw.length; j++) {
      for (int row = 0; row < rows.length; row++) {
        rows[row][j] = Double.isNaN(raw[j][row]) ? means[j] : raw[j][row];
      }
    }
    return rows;
  }

  private static double[][] raw(Table table, List<Integer> columns) {
    List<double[]> raw = new ArrayList<>();
    for (int column : columns) {
      if (table.columns().get(column).isNumber()) {
        raw.add(table.numbers(column));
      } else {
        int[] codes = table.codes(column);
        for (int level = 1; level < table.levels(column).size(); level++) {
          raw.add(indicator(codes, level));
        }
      }
    }
    return raw.toArray(double[][]::new);
  }

  private static double[] indicator(int[] codes, int level) {
    double[] indicator = new double[codes.length];
    for (int row = 0; row < codes.length; row++) {
      indicator[row] = codes[row] < 0 ? Double.NaN : codes[row] == level ? 1 : 0;
    }
    return indicator;
  }
}
