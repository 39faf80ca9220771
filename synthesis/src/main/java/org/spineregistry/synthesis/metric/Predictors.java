package org.spineregistry.synthesis.metric;

import java.util.Arrays;
import java.util.List;
import org.spineregistry.synthesis.table.Table;

/**
 * Design matrix of a prediction. A number is one column; a category is one 0/1 column for each
 * level but the first of the schema. A missing value takes the training mean of each of its
 * columns, so that no patient is lost to one unknown predictor.
 */
public final class Predictors {
  private final List<DesignTerm> terms;
  private final double[] means;

  private Predictors(List<DesignTerm> terms, double[] means) {
    this.terms = terms;
    this.means = means;
  }

  /**
   * Prepares the encoding.
   *
   * @param training rows whose means stand in for missing values
   * @param columns positions of the predictors
   */
  public static Predictors of(Table training, List<Integer> columns) {
    return trained(training, List.copyOf(DesignTerm.of(training, columns)));
  }

  /** The same matrix with the means of other training rows. */
  public Predictors retrained(Table training) {
    return trained(training, terms);
  }

  /** Names of the columns of the matrix: a number's own, or column=level. */
  public List<String> names() {
    return terms.stream().map(DesignTerm::name).toList();
  }

  /** One array a row of a table that has the columns of the training table. */
  public double[][] rows(Table table) {
    double[][] rows = new double[table.rows()][means.length];
    for (int j = 0; j < means.length; j++) {
      double[] values = terms.get(j).values(table);
      for (int row = 0; row < rows.length; row++) {
        rows[row][j] = Double.isNaN(values[row]) ? means[j] : values[row];
      }
    }
    return rows;
  }

  private static Predictors trained(Table training, List<DesignTerm> terms) {
    double[] means = new double[terms.size()];
    for (int j = 0; j < means.length; j++) {
      means[j] =
          Arrays.stream(terms.get(j).values(training))
              .filter(v -> !Double.isNaN(v))
              .average()
              .orElse(0);
    }
    return new Predictors(terms, means);
  }
}
