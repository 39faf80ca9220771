package org.spineregistry.synthesis.tree;

/**
 * A question at a node: rows with a bin up to {@code bin} go left.
 *
 * @param gain twice the fall of the loss that both sides' best values bring
 * @param column which column is asked
 * @param bin last bin of the left side
 * @param missingLeft where rows without a value go
 */
record Split(double gain, int column, int bin, boolean missingLeft) {
  private static final double SMALLEST_GAIN = 1e-6;
  private static final double SMALLEST_SIDE = 1;

  /** Sums found by subtraction are only known up to this: closer gains are ties. */
  private static final double ROUNDING = 1e-9;

  /** Whether a row with this bin goes left. */
  boolean goesLeft(byte value) {
    return value == 0 ? missingLeft : value <= bin;
  }

  /**
   * The best question about the rows of a histogram; the first one of ties.
   *
   * @param sizes bins of each column
   * @return null when none lowers the loss with a Hessian sum of at least 1 on both sides
   */
  static Split best(Histogram rows, int[] sizes) {
    Split best = null;
    double most = SMALLEST_GAIN;
    for (int column = 0; column < sizes.length; column++) {
      double gradient = 0;
      double hessian = 0;
      for (int bin = 1; bin < sizes[column]; bin++) {
        gradient += rows.gradient(column, bin);
        hessian += rows.hessian(column, bin);
        double gain = gain(rows, gradient, hessian);
        if (gain > most * (1 + ROUNDING)) {
          most = gain;
          best = new Split(gain, column, bin, false);
        }
        double more =
            gain(rows, gradient + rows.gradient(column, 0), hessian + rows.hessian(column, 0));
        // missing rows alone are the right side of the last cut, not the left side of an empty one
        if (hessian > ROUNDING && more > most * (1 + ROUNDING)) {
          most = more;
          best = new Split(more, column, bin, true);
        }
      }
    }
    return best;
  }

  private static double gain(Histogram rows, double gradient, double hessian) {
    double right = rows.hessian() - hessian;
    if (hessian < SMALLEST_SIDE || right < SMALLEST_SIDE) {
      return 0;
    }
    return score(gradient, hessian)
        + score(rows.gradient() - gradient, right)
        - score(rows.gradient(), rows.hessian());
  }

  private static double score(double gradient, double hessian) {
    return gradient * gradient / (hessian + Histogram.PENALTY);
  }
}
