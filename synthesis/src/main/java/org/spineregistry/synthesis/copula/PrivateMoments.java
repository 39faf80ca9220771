package org.spineregistry.synthesis.copula;

import java.util.List;
import org.spineregistry.synthesis.privacy.IntegerNoise;
import org.spineregistry.synthesis.privacy.PrivacyBudget;
import org.spineregistry.synthesis.random.RandomStream;

/**
 * Noisy sums over patients of the products of any two scores. A patient's scores are scaled down to
 * a length that follows from noisy marginals, and cut to whole numbers, so that replacing one
 * patient moves all sums together by at most the square of that length.
 */
final class PrivateMoments {
  /** Scores are whole multiples of one part in so many. */
  static final double UNIT = 1024;

  private final long[][] sums;
  private final double deviation;

  private PrivateMoments(long[][] sums, double deviation) {
    this.sums = sums;
    this.deviation = deviation;
  }

  /**
   * @param scores of each latent column, by patient
   * @param length to which longer scores of a patient are scaled down
   * @param part of the budget that may be spent
   */
  static PrivateMoments of(
      List<double[]> scores,
      double length,
      PrivacyBudget budget,
      double part,
      RandomStream secret) {
    long[][] sums = exact(scores, length);
    // ||uu' - vv'|| is at most sqrt(2) length^2, and the products of i < j are half of its squares
    double deviation = budget.deviation(length * length * UNIT * UNIT, part);
    IntegerNoise noise = new IntegerNoise(secret, deviation);
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j < i; j++) {
        sums[i][j] = noise.add(sums[i][j], i, j);
      }
    }
    return new PrivateMoments(sums, deviation / (UNIT * UNIT));
  }

  /** The sums without noise, in the square of the unit; nobody may see them. */
  static long[][] exact(List<double[]> scores, double length) {
    int p = scores.size();
    long[][] sums = new long[p][p];
    long[] whole = new long[p];
    for (int patient = 0; patient < scores.get(0).length; patient++) {
      double squares = 0;
      for (double[] column : scores) {
        squares += column[patient] * column[patient];
      }
      double scale = UNIT * Math.min(1, length / Math.sqrt(Math.max(squares, Double.MIN_NORMAL)));
      for (int i = 0; i < p; i++) {
        whole[i] = (long) (scores.get(i)[patient] * scale); // towards 0: never longer
        for (int j = 0; j < i; j++) {
          sums[i][j] += whole[i] * whole[j];
        }
      }
    }
    return sums;
  }

  /** Noisy sum of the products of two scores; the first is the later one. */
  double sum(int later, int earlier) {
    return sums[later][earlier] / (UNIT * UNIT);
  }

  /** Standard deviation of the noise of each sum. */
  double deviation() {
    return deviation;
  }
}
