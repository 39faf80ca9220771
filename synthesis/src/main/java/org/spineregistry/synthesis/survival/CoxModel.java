package org.spineregistry.synthesis.survival;

import java.util.Arrays;
import org.spineregistry.synthesis.metric.Estimate;
import org.spineregistry.synthesis.metric.LinearModel;

/**
 * Proportional hazards (Cox 1972, JRSS B 34:187), ties by Efron's method, no penalty.
 *
 * @param logHazard log hazard ratio of a row against the mean row
 * @param coefficients log hazard ratio of one unit of each predictor; NaN when earlier predictors
 *     determine it
 * @param standardErrors likewise; NaN also when the likelihood rises without end along a predictor
 * @param logLikelihoodWithout logarithm of the partial likelihood of no predictor at all
 * @param logLikelihood of the model
 */
public record CoxModel(
    LinearModel logHazard,
    double[] coefficients,
    double[] standardErrors,
    double logLikelihoodWithout,
    double logLikelihood) {
  /** The 97.5 % quantile of the standard normal distribution. */
  private static final double NORMAL = 1.959963984540054;

  /**
   * Fits the model.
   *
   * @param x one array a row of {@code data}, no NaN; not changed
   * @return null without rows, or when the events are too few to tell the predictors apart
   */
  public static CoxModel of(SurvivalTimes data, double[][] x) {
    if (data.size() != x.length) {
      throw new IllegalArgumentException("Every time needs a row of predictors");
    }
    return data.eventCount() == 0 ? null : new CoxRegression(data, x).fit();
  }

  /** Each coefficient with its 95 % interval by the normal distribution. */
  public Estimate[] estimates() {
    Estimate[] estimates = new Estimate[coefficients.length];
    for (int j = 0; j < estimates.length; j++) {
      estimates[j] = Estimate.of(coefficients[j], NORMAL * standardErrors[j]);
    }
    return estimates;
  }

  /** Log hazard ratios of rows against the mean row: higher means earlier events. */
  public double[] risks(double[][] x) {
    return Arrays.stream(x).mapToDouble(logHazard::predict).toArray();
  }
}
