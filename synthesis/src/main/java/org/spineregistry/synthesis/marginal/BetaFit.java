package org.spineregistry.synthesis.marginal;

import java.util.Optional;
import org.spineregistry.synthesis.special.GammaFunction;
import org.spineregistry.synthesis.special.IncompleteBeta;

/**
 * Maximum likelihood of the beta distribution on the fixed support: Newton's method on the
 * log-likelihood, which is strictly concave in (alpha, beta) and depends on the data through two
 * means of logs only (Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions, 25.4).
 */
final class BetaFit {
  private static final int MAXIMUM_STEPS = 200;

  private final double meanLog;
  private final double meanLogRest;
  private double alpha;
  private double beta;

  private BetaFit(Sample sample) {
    double lower = sample.supportLower();
    double width = sample.supportUpper() - lower;
    meanLog = sample.average(x -> StrictMath.log((x - lower) / width));
    meanLogRest = sample.average(x -> StrictMath.log((lower + width - x) / width));
    double mean = (sample.mean() - lower) / width;
    double variance = sample.variance() / (width * width);
    double size = Math.max(0.1, mean * (1 - mean) / variance - 1);
    alpha = mean * size;
    beta = (1 - mean) * size;
  }

  static Optional<BetaMarginal> fit(Sample sample) {
    BetaFit fit = new BetaFit(sample);
    for (int step = 0; step < MAXIMUM_STEPS; step++) {
      if (!fit.newtonStep()) {
        break;
      }
    }
    boolean usable = Double.isFinite(fit.alpha) && Double.isFinite(fit.beta);
    return usable
        ? Optional.of(
            new BetaMarginal(fit.alpha, fit.beta, sample.supportLower(), sample.supportUpper()))
        : Optional.empty();
  }

  /** One damped step; false when nothing changes any more. */
  private boolean newtonStep() {
    double digammaSum = GammaFunction.digamma(alpha + beta);
    double gradientA = meanLog - GammaFunction.digamma(alpha) + digammaSum;
    double gradientB = meanLogRest - GammaFunction.digamma(beta) + digammaSum;
    double cross = GammaFunction.trigamma(alpha + beta);
    double curveA = GammaFunction.trigamma(alpha) - cross;
    double curveB = GammaFunction.trigamma(beta) - cross;
    double determinant = curveA * curveB - cross * cross;
    double changeA = (curveB * gradientA + cross * gradientB) / determinant;
    double changeB = (cross * gradientA + curveA * gradientB) / determinant;
    double before = logLikelihood(alpha, beta);
    for (double damping = 1; damping > 1e-10; damping /= 2) {
      double nextA = alpha + damping * changeA;
      double nextB = beta + damping * changeB;
      if (nextA > 0 && nextB > 0 && logLikelihood(nextA, nextB) > before) {
        boolean moved =
            Math.abs(nextA - alpha) > 1e-12 * alpha || Math.abs(nextB - beta) > 1e-12 * beta;
        alpha = nextA;
        beta = nextB;
        return moved;
      }
    }
    return false;
  }

  private double logLikelihood(double a, double b) {
    return (a - 1) * meanLog + (b - 1) * meanLogRest - new IncompleteBeta(a, b).logBeta();
  }
}
