package org.spineregistry.synthesis.marginal;

import java.util.Optional;
import org.spineregistry.synthesis.special.StandardNormal;

/**
 * Maximum likelihood of the truncated normal distribution on the fixed support, location inside the
 * support, scale between range/1000 and 10 ranges. The likelihood is concave in (location/scale^2,
 * 1/scale^2), so for each scale the best location is where the mean of the distribution meets that
 * of the sample, and the best scale is where the derivative changes its sign: two safeguarded root
 * searches (Cohen 1950, Annals of Mathematical Statistics 21:557, for the equations).
 */
final class TruncatedNormalFit {
  private static final int MAXIMUM_STEPS = 200;

  private final double mean;
  private final double variance;
  private final double lower;
  private final double upper;

  private TruncatedNormalFit(Sample sample) {
    mean = sample.mean();
    variance = sample.variance();
    lower = sample.supportLower();
    upper = sample.supportUpper();
  }

  static Optional<TruncatedNormalMarginal> fit(Sample sample) {
    TruncatedNormalFit fit = new TruncatedNormalFit(sample);
    double scale = fit.bestScale(sample.range() / 1000, 10 * sample.range());
    return Optional.of(
        new TruncatedNormalMarginal(fit.bestLocation(scale), scale, fit.lower, fit.upper));
  }

  private double bestScale(double smallest, double largest) {
    double low = StrictMath.log(smallest);
    double high = StrictMath.log(largest);
    if (scaleDerivative(largest) >= 0) {
      return largest;
    }
    if (scaleDerivative(smallest) <= 0) {
      return smallest;
    }
    for (int step = 0; step < MAXIMUM_STEPS && high - low > 1e-13; step++) {
      double middle = 0.5 * (low + high);
      if (scaleDerivative(StrictMath.exp(middle)) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return StrictMath.exp(0.5 * (low + high));
  }

  /** Derivative of the log-likelihood by the scale, times the scale, at the best location. */
  private double scaleDerivative(double scale) {
    double location = bestLocation(scale);
    double a = (lower - location) / scale;
    double b = (upper - location) / scale;
    double mass = StandardNormal.cdf(b) - StandardNormal.cdf(a);
    double distance = mean - location;
    return (distance * distance + variance) / (scale * scale)
        - 1
        + (b * StandardNormal.density(b) - a * StandardNormal.density(a)) / mass;
  }

  private double bestLocation(double scale) {
    double low = lower;
    double high = upper;
    if (excessOfMean(low, scale)[0] >= 0) {
      return low;
    }
    if (excessOfMean(high, scale)[0] <= 0) {
      return high;
    }
    double location = mean;
    for (int step = 0; step < MAXIMUM_STEPS; step++) {
      double[] excess = excessOfMean(location, scale);
      if (excess[0] > 0) {
        high = location;
      } else {
        low = location;
      }
      double next = location - excess[0] / excess[1];
      next = next > low && next < high ? next : 0.5 * (low + high);
      boolean done = Math.abs(next - location) <= 1e-14 * (upper - lower);
      location = next;
      if (done) {
        break;
      }
    }
    return location;
  }

  /** Mean of the distribution minus mean of the sample, and its derivative by the location. */
  private double[] excessOfMean(double location, double scale) {
    double a = (lower - location) / scale;
    double b = (upper - location) / scale;
    double densityA = StandardNormal.density(a);
    double densityB = StandardNormal.density(b);
    double mass = StandardNormal.cdf(b) - StandardNormal.cdf(a);
    double shift = (densityA - densityB) / mass;
    double slope = 1 + (a * densityA - b * densityB) / mass - shift * shift;
    return new double[] {location + scale * shift - mean, slope};
  }
}
