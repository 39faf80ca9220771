package org.spineregistry.synthesis.survivaltime;

import org.spineregistry.synthesis.special.StandardNormal;
import org.spineregistry.synthesis.special.TruncatedNormal;
import org.spineregistry.synthesis.step.HermiteSeries;
import org.spineregistry.synthesis.step.ScoredColumn;

/**
 * Scores of a latent normal of which each patient tells an interval: the mean inside it. As for
 * steps, resolution is the root of their mean square, and coefficient m is the mean over patients
 * of the score times the mean of the Hermite polynomial he_m in the interval, (he_(m-1)(l) phi(l) -
 * he_(m-1)(u) phi(u)) / (sqrt(m) P(l, u)). It holds where the other ends say nothing about the
 * latent time. The Kaplan-Meier curve is self-consistent (Efron 1967), so that the scores have the
 * mean 0.
 */
final class IntervalScores {
  private IntervalScores() {}

  /**
   * Scores of all patients.
   *
   * @param lower latent ends, NaN when unknown
   * @param upper likewise
   * @param intervals with their shares
   */
  static ScoredColumn of(double[] lower, double[] upper, CauseIntervals intervals) {
    double[] scores = new double[lower.length];
    double[] sums = new double[HermiteSeries.TERMS];
    double squares = 0;
    int known = 0;
    for (int row = 0; row < scores.length; row++) {
      scores[row] = Double.NaN;
      if (!Double.isNaN(lower[row])) {
        double mass = intervals.before()[row] - intervals.after()[row];
        scores[row] = TruncatedNormal.mean(lower[row], upper[row]);
        squares += scores[row] * scores[row];
        known++;
        add(sums, lower[row], scores[row] / mass);
        add(sums, upper[row], -scores[row] / mass);
      }
    }
    for (int m = 0; m < sums.length; m++) {
      sums[m] /= known;
    }
    return new ScoredColumn(scores, Math.sqrt(squares / known), sums);
  }

  /** Adds weight times phi(x) he_(m-1)(x) / sqrt(m) to each term m. */
  private static void add(double[] sums, double x, double weight) {
    if (Double.isInfinite(x)) {
      return;
    }
    double before = 0;
    double polynomial = StandardNormal.density(x) * weight;
    for (int m = 1; m <= sums.length; m++) {
      double root = Math.sqrt(m);
      sums[m - 1] += polynomial / root;
      double next = (x * polynomial - Math.sqrt(m - 1) * before) / root;
      before = polynomial;
      polynomial = next;
    }
  }
}
