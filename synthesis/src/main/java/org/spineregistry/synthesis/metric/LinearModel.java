package org.spineregistry.synthesis.metric;

import org.spineregistry.synthesis.special.LogisticFunction;

/**
 * A linear prediction on standardised columns.
 *
 * @param intercept prediction at the means
 * @param coefficients one for each standardised column
 * @param means of the training columns
 * @param sds population SDs of the training columns; a column with 0 does not count
 */
public record LinearModel(double intercept, double[] coefficients, double[] means, double[] sds) {
  /**
   * Predicts one row.
   *
   * @param row raw values in the order of training, no NaN
   */
  public double predict(double[] row) {
    double prediction = intercept;
    for (int j = 0; j < coefficients.length; j++) {
      if (sds[j] > 0) {
        prediction += coefficients[j] * (row[j] - means[j]) / sds[j];
      }
    }
    return prediction;
  }

  /**
   * Probability of the positive outcome, the prediction being its log-odds.
   *
   * @param row as in {@link #predict}
   */
  public double probability(double[] row) {
    return LogisticFunction.value(predict(row));
  }
}
