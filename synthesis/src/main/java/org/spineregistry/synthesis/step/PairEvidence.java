package org.spineregistry.synthesis.step;

import org.spineregistry.synthesis.step.ObservedScores.Moments;

/**
 * What the cohort says of one pair of columns.
 *
 * @param correlation Pearson correlation of the scores over the rows that have both; 0 when it
 *     cannot be estimated
 * @param rows number of these rows
 */
public record PairEvidence(double correlation, int rows) {
  /** Fewer common rows say nothing. */
  public static final int MINIMUM_ROWS = 20;

  private static final PairEvidence NONE = new PairEvidence(0, 0);

  /** Evidence of two columns. */
  public static PairEvidence of(ScoredColumn first, ScoredColumn second) {
    return of(new ObservedScores(first), new ObservedScores(second));
  }

  /** The same of columns that are prepared for many pairs. */
  public static PairEvidence of(ObservedScores first, ObservedScores second) {
    Moments x = first.where(second);
    Moments y = second.where(first);
    int rows = x.rows();
    if (rows < MINIMUM_ROWS) {
      return NONE;
    }
    double xx = first.aboutMean(x);
    double yy = second.aboutMean(y);
    double xy = first.products(second) - x.sum() * y.sum() / rows;
    return xx == 0 || yy == 0 ? NONE : new PairEvidence(xy / Math.sqrt(xx * yy), rows);
  }

  /** How many standard errors the correlation is away from 0. */
  public double strength() {
    return Math.abs(correlation) * Math.sqrt(Math.max(0, rows - 1));
  }

  /** The latent correlation of the pair, corrected for the steps of both columns. */
  public double latent(ScoredColumn first, ScoredColumn second) {
    return correlation == 0
        ? 0
        : HermiteSeries.solve(
            first.hermite(),
            second.hermite(),
            correlation * first.resolution() * second.resolution());
  }
}
