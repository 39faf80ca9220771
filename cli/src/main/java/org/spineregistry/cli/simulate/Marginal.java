package org.spineregistry.cli.simulate;

import org.spineregistry.synthesis.special.IncompleteGamma;
import org.spineregistry.synthesis.special.StandardNormal;

/** Inverse distribution function of a variable, taken at a standard normal score. */
@FunctionalInterface
interface Marginal {
  /** The value at a score: 0 gives the median. */
  double at(double score);

  /** Normal, cut to a range. */
  static Marginal normal(double mean, double sd, double low, double high) {
    double below = StandardNormal.cdf((low - mean) / sd);
    double inside = StandardNormal.cdf((high - mean) / sd) - below;
    return score ->
        clip(
            mean + sd * StandardNormal.quantile(below + inside * StandardNormal.cdf(score)),
            low,
            high);
  }

  /** Log-normal by the mean and standard deviation of the logarithm, cut to a range. */
  static Marginal logNormal(double mu, double sigma, double low, double high) {
    Marginal log = normal(mu, sigma, StrictMath.log(low), StrictMath.log(high));
    return score -> StrictMath.exp(log.at(score));
  }

  /** Log-normal by its own mean and standard deviation, cut to a range. */
  static Marginal logNormalOf(double mean, double sd, double low, double high) {
    double variance = StrictMath.log1p(sd * sd / (mean * mean));
    return logNormal(StrictMath.log(mean) - variance / 2, Math.sqrt(variance), low, high);
  }

  /** Gamma by mean and standard deviation, inverted by bisection. */
  static Marginal gamma(double mean, double sd) {
    double shape = mean * mean / (sd * sd);
    double scale = sd * sd / mean;
    IncompleteGamma distribution = new IncompleteGamma(shape);
    return score -> {
      double share = StandardNormal.cdf(score);
      double low = 0;
      double high = shape + 40 * Math.sqrt(shape) + 40;
      for (int step = 0; step < 60; step++) {
        double middle = (low + high) / 2;
        if (distribution.lower(middle) < share) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return scale * (low + high) / 2;
    };
  }

  private static double clip(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }
}
