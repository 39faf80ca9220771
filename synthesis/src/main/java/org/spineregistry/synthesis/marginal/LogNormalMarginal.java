package org.spineregistry.synthesis.marginal;

import java.util.Optional;
import org.spineregistry.synthesis.special.StandardNormal;

/** Log-normal distribution with location 0. */
record LogNormalMarginal(double meanLog, double sdLog) implements Marginal {
  private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

  static Optional<LogNormalMarginal> fit(Sample sample) {
    if (sample.min() <= 0) {
      return Optional.empty();
    }
    double mean = sample.average(StrictMath::log);
    double variance =
        sample.average(
            x -> {
              double deviation = StrictMath.log(x) - mean;
              return deviation * deviation;
            });
    return Optional.of(new LogNormalMarginal(mean, Math.sqrt(variance)));
  }

  @Override
  public double cdf(double x) {
    return x <= 0 ? 0 : StandardNormal.cdf((StrictMath.log(x) - meanLog) / sdLog);
  }

  @Override
  public double upper(double x) {
    return x <= 0 ? 1 : StandardNormal.upper((StrictMath.log(x) - meanLog) / sdLog);
  }

  @Override
  public double logDensity(double x) {
    if (x <= 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double log = StrictMath.log(x);
    double z = (log - meanLog) / sdLog;
    return -0.5 * z * z - StrictMath.log(sdLog) - log - HALF_LOG_TWO_PI;
  }
}
