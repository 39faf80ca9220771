package org.spineregistry.synthesis.marginal;

import java.util.Optional;
import org.spineregistry.synthesis.special.StudentT;

/**
 * Maximum likelihood of Student's t, degrees of freedom in [1, 200], scale between range/1000 and
 * 10 ranges. For given degrees of freedom, location and scale follow from the EM algorithm with
 * expanded parameters (Liu and Rubin 1995, Statistica Sinica 5:19; Kent, Tyler and Vardi 1994); the
 * profile over the logarithm of the degrees of freedom is scanned, then refined by golden section
 * around the best point.
 */
final class StudentTFit {
  private static final double[] SCAN = {1, 1.5, 2.3, 3.5, 5.5, 9, 15, 30, 75, 200};
  private static final double GOLDEN = 0.61803398874989484820;
  private static final int MAXIMUM_STEPS = 2000;

  private final Sample sample;
  private final double smallestScale;
  private final double largestScale;
  private double location;
  private double scale;

  private StudentTFit(Sample sample) {
    this.sample = sample;
    this.smallestScale = sample.range() / 1000;
    this.largestScale = 10 * sample.range();
    this.location = sample.mean();
    this.scale = Math.max(smallestScale, sample.sd());
  }

  static Optional<StudentTMarginal> fit(Sample sample) {
    StudentTFit fit = new StudentTFit(sample);
    double degreesOfFreedom = fit.bestDegreesOfFreedom();
    fit.profile(degreesOfFreedom);
    return Optional.of(new StudentTMarginal(fit.location, fit.scale, degreesOfFreedom));
  }

  private double bestDegreesOfFreedom() {
    int best = SCAN.length - 1;
    double[] profiles = new double[SCAN.length];
    for (int i = SCAN.length - 1; i >= 0; i--) {
      profiles[i] = profile(SCAN[i]);
      best = profiles[i] > profiles[best] ? i : best;
    }
    double low = StrictMath.log(SCAN[Math.max(0, best - 1)]);
    double high = StrictMath.log(SCAN[Math.min(SCAN.length - 1, best + 1)]);
    double refined = StrictMath.exp(goldenSection(low, high));
    return profile(refined) >= profiles[best] ? refined : SCAN[best];
  }

  private double goldenSection(double from, double to) {
    double low = from;
    double high = to;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = profile(StrictMath.exp(left));
    double atRight = profile(StrictMath.exp(right));
    while (high - low > 1e-6) {
      if (atLeft >= atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = profile(StrictMath.exp(left));
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = profile(StrictMath.exp(right));
      }
    }
    return 0.5 * (low + high);
  }

  /** Mean log-likelihood at the best location and scale, which stay as the next starting point. */
  private double profile(double degreesOfFreedom) {
    for (int step = 0; step < MAXIMUM_STEPS; step++) {
      double before = location;
      double scaleBefore = scale;
      expectationStep(degreesOfFreedom);
      double moved = Math.abs(location - before) + Math.abs(scale - scaleBefore);
      if (moved <= 1e-9 * scale) {
        break;
      }
    }
    double logs =
        sample.average(
            x -> {
              double t = (x - location) / scale;
              return StrictMath.log(1 + t * t / degreesOfFreedom);
            });
    return -0.5 * (degreesOfFreedom + 1) * logs
        - new StudentT(degreesOfFreedom).logNorm()
        - StrictMath.log(scale);
  }

  private void expectationStep(double degreesOfFreedom) {
    double inverse = 1 / (scale * scale);
    double weights = 0;
    double weighted = 0;
    double squares = 0;
    for (int i = 0; i < sample.distinct(); i++) {
      double deviation = sample.value(i) - location;
      double weight = sample.count(i) / (degreesOfFreedom + deviation * deviation * inverse);
      weights += weight;
      weighted += weight * deviation;
      squares += weight * deviation * deviation;
    }
    double shift = weighted / weights;
    double variance = Math.max(0, squares / weights - shift * shift);
    location += shift;
    scale = Math.min(largestScale, Math.max(smallestScale, Math.sqrt(variance)));
  }
}
