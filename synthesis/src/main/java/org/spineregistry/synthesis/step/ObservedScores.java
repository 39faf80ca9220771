package org.spineregistry.synthesis.step;

import java.util.Arrays;

/**
 * The scores of a column, prepared for its pairs: sums over the rows that two columns have in
 * common are the sums over all rows less those over the few rows that one of them lacks.
 */
public final class ObservedScores {
  /** What rounding can leave of a column's sum of squares, with a reserve. */
  private static final double ROUNDING = 1e-13;

  /** Score less the mean of the column; 0 in a row that says nothing. */
  private final double[] centred;

  private final boolean[] observed;

  /** Rows that say nothing, ascending. */
  private final int[] gaps;

  /** Over all rows. */
  private final Moments moments;

  /**
   * Sums over some rows.
   *
   * @param rows how many of them say something
   * @param sum of the centred scores
   * @param squares sum of their squares
   */
  record Moments(int rows, double sum, double squares) {}

  /** Prepares a column. */
  public ObservedScores(ScoredColumn column) {
    double[] scores = column.scores();
    this.centred = new double[scores.length];
    this.observed = new boolean[scores.length];
    int[] missing = new int[scores.length];
    int absent = 0;
    double total = 0;
    for (int row = 0; row < scores.length; row++) {
      observed[row] = !Double.isNaN(scores[row]);
      if (observed[row]) {
        total += scores[row];
      } else {
        missing[absent++] = row;
      }
    }
    this.gaps = Arrays.copyOf(missing, absent);
    int rows = scores.length - absent;
    double mean = total / Math.max(1, rows);
    double sum = 0;
    double squares = 0;
    for (int row = 0; row < scores.length; row++) {
      centred[row] = observed[row] ? scores[row] - mean : 0;
      sum += centred[row];
      squares += centred[row] * centred[row];
    }
    this.moments = new Moments(rows, sum, squares);
  }

  /** Moments over the rows that the other column has too. */
  Moments where(ObservedScores other) {
    int rows = moments.rows();
    double sum = moments.sum();
    double squares = moments.squares();
    for (int row : other.gaps) {
      if (observed[row]) {
        rows--;
        sum -= centred[row];
        squares -= centred[row] * centred[row];
      }
    }
    return new Moments(rows, sum, squares);
  }

  /** Sum of squares about the mean of some rows; 0 when nothing but rounding is left of it. */
  double aboutMean(Moments some) {
    double spread = some.squares() - some.sum() * some.sum() / some.rows();
    return spread <= ROUNDING * moments.squares() ? 0 : spread;
  }

  /** Sum of the products over the rows that both have. */
  double products(ObservedScores other) {
    double[] x = centred;
    double[] y = other.centred;
    double even = 0;
    double odd = 0;
    int row = 0;
    for (; row + 1 < x.length; row += 2) {
      even += x[row] * y[row];
      odd += x[row + 1] * y[row + 1];
    }
    return row < x.length ? even + odd + x[row] * y[row] : even + odd;
  }
}
