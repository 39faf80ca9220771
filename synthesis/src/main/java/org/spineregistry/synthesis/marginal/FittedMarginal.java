package org.spineregistry.synthesis.marginal;

import java.util.Optional;

/**
 * A family with its fit.
 *
 * @param ks one-sample Kolmogorov-Smirnov distance to the sample
 */
public record FittedMarginal(Family family, Marginal marginal, double ks) {
  /** Fits this close are equally good; the order of the families decides. */
  private static final double TIE = 1e-9;

  /**
   * The best of all families for a sample that is not constant.
   *
   * @throws IllegalArgumentException if the sample is constant
   */
  public static FittedMarginal best(Sample sample) {
    FittedMarginal best = null;
    for (Family family : Family.values()) {
      Optional<FittedMarginal> fitted = of(family, sample);
      if (fitted.isPresent() && (best == null || fitted.get().ks < best.ks - TIE)) {
        best = fitted.get();
      }
    }
    return best;
  }

  /**
   * One family; empty when it does not apply to the sample or its likelihood has no maximum.
   *
   * @throws IllegalArgumentException if the sample is constant
   */
  public static Optional<FittedMarginal> of(Family family, Sample sample) {
    if (sample.isConstant()) {
      throw new IllegalArgumentException("A constant sample has no marginal");
    }
    return family
        .fit(sample)
        .map(marginal -> new FittedMarginal(family, marginal, distance(sample, marginal)))
        .filter(fitted -> Double.isFinite(fitted.ks));
  }

  /** sup |empirical - fitted| on both sides of each jump. */
  private static double distance(Sample sample, Marginal marginal) {
    double largest = 0;
    int below = 0;
    for (int i = 0; i < sample.distinct(); i++) {
      double fitted = marginal.cdf(sample.value(i));
      if (Double.isNaN(fitted)) {
        return Double.NaN;
      }
      double before = (double) below / sample.size();
      below += sample.count(i);
      double after = (double) below / sample.size();
      largest = Math.max(largest, Math.max(Math.abs(fitted - before), Math.abs(after - fitted)));
    }
    return largest;
  }
}
