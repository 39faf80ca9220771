package org.spineregistry.synthesis.marginal;

import java.util.Optional;
import org.spineregistry.synthesis.special.GammaFunction;

/**
 * Maximum likelihood of the gamma distribution: ln(shape) - digamma(shape) = ln(mean) - mean of
 * logs, solved by Newton's method in ln(shape) (Johnson, Kotz and Balakrishnan, Continuous
 * Univariate Distributions, 17.7.2).
 */
final class GammaFit {
  private static final int MAXIMUM_STEPS = 100;
  private static final double LARGEST_SHAPE = 1e6;

  private GammaFit() {}

  static Optional<GammaMarginal> fit(Sample sample) {
    if (sample.min() <= 0) {
      return Optional.empty();
    }
    double gap = StrictMath.log(sample.mean()) - sample.average(StrictMath::log);
    if (!(gap > 0)) {
      return Optional.empty();
    }
    double shape = (3 - gap + Math.sqrt((gap - 3) * (gap - 3) + 24 * gap)) / (12 * gap);
    for (int step = 0; step < MAXIMUM_STEPS; step++) {
      double value = StrictMath.log(shape) - GammaFunction.digamma(shape) - gap;
      double slope = 1 - shape * GammaFunction.trigamma(shape);
      double change = -value / slope;
      shape *= StrictMath.exp(Math.max(-2, Math.min(2, change)));
      if (Math.abs(change) < 1e-12) {
        break;
      }
    }
    boolean usable = shape > 0 && shape < LARGEST_SHAPE;
    return usable ? Optional.of(new GammaMarginal(shape, sample.mean() / shape)) : Optional.empty();
  }
}
