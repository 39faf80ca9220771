package org.spineregistry.synthesis.survival;

/**
 * The logarithm of Cox's partial likelihood with its derivatives at one point, ties by Efron's
 * method (Efron 1977, Journal of the American Statistical Association 72:557).
 *
 * @param value the logarithm
 * @param gradient by the coefficients
 * @param information minus the second derivatives, lower triangle
 */
record PartialLikelihood(double value, double[] gradient, double[][] information) {
  /**
   * Evaluates a point.
   *
   * @param x one array a row
   * @param lastFirst rows by falling time
   */
  static PartialLikelihood at(double[] b, double[][] x, SurvivalTimes data, int[] lastFirst) {
    double[] scores = scores(b, x);
    RiskSum risk = new RiskSum(b.length);
    RiskSum nobody = new RiskSum(b.length);
    double value = 0;
    double[] gradient = new double[b.length];
    double[][] information = new double[b.length][b.length];
    for (int from = 0; from < lastFirst.length; ) {
      double time = data.times()[lastFirst[from]];
      int to = from;
      int deaths = 0;
      for (; to < lastFirst.length && data.times()[lastFirst[to]] == time; to++) {
        deaths += data.events()[lastFirst[to]] ? 1 : 0;
      }
      RiskSum dying = deaths > 1 ? new RiskSum(b.length) : nobody;
      for (int i = from; i < to; i++) {
        int row = lastFirst[i];
        double hazard = StrictMath.exp(scores[row]);
        risk.add(hazard, x[row]);
        if (data.events()[row]) {
          value += scores[row];
          addTo(gradient, x[row]);
        }
        if (data.events()[row] && deaths > 1) {
          dying.add(hazard, x[row]);
        }
      }
      for (int dead = 0; dead < deaths; dead++) {
        value -= risk.logWithout(dying, (double) dead / deaths, gradient, information);
      }
      from = to;
    }
    return new PartialLikelihood(value, gradient, information);
  }

  /** Linear predictors less the largest one, which cancels and cannot overflow. */
  private static double[] scores(double[] b, double[][] x) {
    double[] scores = new double[x.length];
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < b.length; j++) {
        scores[i] += b[j] * x[i][j];
      }
      largest = Math.max(largest, scores[i]);
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] -= largest;
    }
    return scores;
  }

  private static void addTo(double[] sums, double[] values) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += values[j];
    }
  }
}
