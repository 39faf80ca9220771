package org.spineregistry.synthesis.metric;

/**
 * Columns with mean 0 and population SD 1.
 *
 * @param means of the raw columns
 * @param sds population SDs of the raw columns
 * @param z one array a row; a column without spread is 0
 */
public record StandardisedColumns(double[] means, double[] sds, double[][] z) {
  /**
   * Standardises.
   *
   * @param x one array a row, at least one row, all of the same length, no NaN; not changed
   */
  public static StandardisedColumns of(double[][] x) {
    int p = x[0].length;
    double[] means = new double[p];
    double[] sds = new double[p];
    double[][] z = new double[x.length][p];
    for (int j = 0; j < p; j++) {
      double sum = 0;
      for (double[] row : x) {
        sum += row[j];
      }
      means[j] = sum / x.length;
      double squares = 0;
      for (double[] row : x) {
        squares += (row[j] - means[j]) * (row[j] - means[j]);
      }
      sds[j] = Math.sqrt(squares / x.length);
      for (int i = 0; i < x.length; i++) {
        z[i][j] = sds[j] > 0 ? (x[i][j] - means[j]) / sds[j] : 0;
      }
    }
    return new StandardisedColumns(means, sds, z);
  }

  /** A prediction from raw rows by coefficients of these columns. */
  public LinearModel model(double intercept, double[] coefficients) {
    return new LinearModel(intercept, coefficients, means.clone(), sds.clone());
  }
}
