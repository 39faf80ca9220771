package org.spineregistry.synthesis.step;

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
    double[] x = first.scores();
    double[] y = second.scores();
    double sumX = 0;
    double sumY = 0;
    int rows = 0;
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
        sumX += x[i];
        sumY += y[i];
        rows++;
      }
    }
    return rows < MINIMUM_ROWS ? NONE : aboutMeans(x, y, sumX / rows, sumY / rows, rows);
  }

  private static PairEvidence aboutMeans(
      double[] x, double[] y, double meanX, double meanY, int rows) {
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
        double dx = x[i] - meanX;
        double dy = y[i] - meanY;
        xx += dx * dx;
        yy += dy * dy;
        xy += dx * dy;
      }
    }
    // sums about the mean of a constant are rounding only
    boolean constant = xx <= 1e-18 * rows || yy <= 1e-18 * rows;
    return constant ? NONE : new PairEvidence(xy / Math.sqrt(xx * yy), rows);
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
