package org.spineregistry.synthesis.metric;

import java.util.Arrays;
import org.spineregistry.synthesis.random.Permutation;
import org.spineregistry.synthesis.random.RandomStream;

/**
 * Unbiased squared maximum mean discrepancy of two sets of points with a Gaussian kernel exp(-d^2 /
 * (2 bandwidth^2)), the bandwidth being the median distance (Gretton, Borgwardt, Rasch, Schoelkopf
 * and Smola 2012, Journal of Machine Learning Research 13:723, lemma 6). It is 0 on average for two
 * samples of one population and may be negative.
 *
 * @param squared the discrepancy of the two sets
 * @param reference 95 % quantile of the same number over random exchanges of the rows between the
 *     sets: a larger discrepancy is more than chance
 * @param bandwidth median distance between two points of the pooled sets
 */
public record MaximumMeanDiscrepancy(double squared, double reference, double bandwidth) {
  /** Most rows of a set that count. */
  public static final int MOST_ROWS = 2000;

  private static final int BANDWIDTH_ROWS = 500;
  private static final int EXCHANGES = 200;
  private static final double SHARE = 0.95;
  private static final int LAST_SIDE = 1;

  /**
   * Compares two sets.
   *
   * @param first at least two rows; of more than 2,000 a random choice counts
   * @param second likewise, in the same encoding
   * @param stream random numbers of this comparison alone
   * @throws IllegalArgumentException if a set has fewer than two rows
   */
  public static MaximumMeanDiscrepancy of(
      EncodedRows first, EncodedRows second, RandomStream stream) {
    if (first.rows() < 2 || second.rows() < 2) {
      throw new IllegalArgumentException("A discrepancy needs two or more rows on each side");
    }
    int[] ours = chosen(first.rows(), stream, 0);
    int[] theirs = chosen(second.rows(), stream, 1);
    double bandwidth = KernelSums.medianDistance(pooled(first, head(ours), second, head(theirs)));
    EncodedRows points = pooled(first, ours, second, theirs);
    double[] values =
        new KernelSums(points, bandwidth)
            .discrepancies(exchanges(points.rows(), ours.length, stream), ours.length);
    double[] exchanged = Arrays.copyOfRange(values, 1, values.length);
    Arrays.sort(exchanged);
    return new MaximumMeanDiscrepancy(values[0], Quantiles.ofSorted(exchanged, SHARE), bandwidth);
  }

  /** Rows that count, in random order. */
  private static int[] chosen(int rows, RandomStream stream, int side) {
    return Permutation.head(rows, Math.min(rows, MOST_ROWS), stream, side);
  }

  /**
   * Who belongs to the first set: in column 0 as it is, in every other one after an exchange.
   *
   * @return 1 or 0 for each point and exchange
   */
  private static double[][] exchanges(int points, int first, RandomStream stream) {
    double[][] belongs = new double[points][EXCHANGES + 1];
    for (int point = 0; point < first; point++) {
      belongs[point][0] = 1;
    }
    for (int e = 1; e <= EXCHANGES; e++) {
      for (int point : Permutation.head(points, first, stream, LAST_SIDE + e)) {
        belongs[point][e] = 1;
      }
    }
    return belongs;
  }

  private static int[] head(int[] rows) {
    return Arrays.copyOf(rows, Math.min(rows.length, BANDWIDTH_ROWS));
  }

  private static EncodedRows pooled(
      EncodedRows first, int[] ours, EncodedRows second, int[] theirs) {
    int width = first.dimensions();
    double[] values = new double[(ours.length + theirs.length) * width];
    for (int i = 0; i < ours.length; i++) {
      System.arraycopy(first.values(), ours[i] * width, values, i * width, width);
    }
    for (int i = 0; i < theirs.length; i++) {
      int at = (ours.length + i) * width;
      System.arraycopy(second.values(), theirs[i] * width, values, at, width);
    }
    return new EncodedRows(ours.length + theirs.length, width, values);
  }
}
