package org.spineregistry.synthesis.step;

/**
 * One latent column as the correlation sees it.
 *
 * @param scores score of each row; NaN where the row says nothing
 * @param resolution see {@link Steps#resolution}
 * @param hermite see {@link Steps#hermite}
 */
public record ScoredColumn(double[] scores, double resolution, double[] hermite) {

  /**
   * A column of steps.
   *
   * @param steps of the column
   * @param step of each row; -1 where the row has none
   */
  public static ScoredColumn of(Steps steps, int[] step) {
    double[] scores = new double[step.length];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = step[row] < 0 ? Double.NaN : steps.scores()[step[row]];
    }
    return new ScoredColumn(scores, steps.resolution(), steps.hermite());
  }
}
