package org.spineregistry.synthesis.survival;

/** Sums of the hazards of some patients, alone, with their predictors and with their products. */
final class RiskSum {
  private final double[] first;

  /** Lower triangle. */
  private final double[][] second;

  private double hazard;

  RiskSum(int predictors) {
    first = new double[predictors];
    second = new double[predictors][];
    for (int j = 0; j < predictors; j++) {
      second[j] = new double[j + 1];
    }
  }

  void add(double weight, double[] row) {
    hazard += weight;
    for (int j = 0; j < first.length; j++) {
      double weighted = weight * row[j];
      first[j] += weighted;
      double[] line = second[j];
      for (int k = 0; k <= j; k++) {
        line[k] += weighted * row[k];
      }
    }
  }

  /**
   * One factor of Efron's denominator: these patients without a share of those who die.
   *
   * @param gradient the mean of the predictors is taken off
   * @param information their variance is added
   * @return ln of the sum of hazards
   */
  double logWithout(RiskSum dying, double share, double[] gradient, double[][] information) {
    double sum = hazard - share * dying.hazard;
    double[] means = new double[first.length];
    for (int j = 0; j < means.length; j++) {
      means[j] = (first[j] - share * dying.first[j]) / sum;
      gradient[j] -= means[j];
      double[] line = information[j];
      for (int k = 0; k <= j; k++) {
        line[k] += (second[j][k] - share * dying.second[j][k]) / sum - means[j] * means[k];
      }
    }
    return StrictMath.log(sum);
  }
}
