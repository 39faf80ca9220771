package org.spineregistry.synthesis.metric;

import java.util.Arrays;
import org.apache.commons.statistics.inference.Inequality;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * Two-sample Kolmogorov-Smirnov statistic.
 *
 * @param n1 size of the first sample
 * @param n2 size of the second sample
 * @param plus sup(F1 - F2)
 * @param minus sup(F2 - F1)
 * @param steps sup|F1 - F2| as a whole number of 1 / (n1 n2)
 */
public record KolmogorovSmirnov(int n1, int n2, double plus, double minus, long steps) {
  /** Up to this size of either sample the exact p value is used. */
  public static final int EXACT_UP_TO = 10_000;

  /**
   * Compares two samples.
   *
   * @param first at least one value, no NaN, any order
   * @param second likewise
   */
  public static KolmogorovSmirnov of(double[] first, double[] second) {
    double[] a = first.clone();
    double[] b = second.clone();
    Arrays.sort(a);
    Arrays.sort(b);
    return ofSorted(a, b);
  }

  /**
   * Compares two samples.
   *
   * @param a at least one value, no NaN, rising
   * @param b likewise
   */
  public static KolmogorovSmirnov ofSorted(double[] a, double[] b) {
    long above = 0;
    long below = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      double next = Math.min(a[i], b[j]);
      while (i < a.length && a[i] <= next) {
        i++;
      }
      while (j < b.length && b[j] <= next) {
        j++;
      }
      long difference = (long) i * b.length - (long) j * a.length;
      above = Math.max(above, difference);
      below = Math.max(below, -difference);
    }
    double grid = (double) a.length * b.length;
    return new KolmogorovSmirnov(
        a.length, b.length, above / grid, below / grid, Math.max(above, below));
  }

  /** sup|F1 - F2|. */
  public double d() {
    return Math.max(plus, minus);
  }

  /**
   * P(D &gt;= d) under equal distributions: exact, as if there were no ties, while both samples
   * have at most 10,000 values; above that from the one-sample distribution at the rounded
   * effective size.
   */
  public static double pValue(double[] first, double[] second) {
    return Math.max(first.length, second.length) <= EXACT_UP_TO
        ? of(first, second).exact()
        : oneSampleRounded(first, second);
  }

  /**
   * The share of lattice paths from (0, 0) to (n1, n2) that leave the band |i/n1 - j/n2| &lt; d
   * (Hodges 1958, Arkiv foer Matematik 3:469). A path to (i, j) came from (i - 1, j) with
   * probability i / (i + j), which gives a recursion of positive terms, so that tiny p values keep
   * their digits.
   */
  double exact() {
    if (steps == 0) {
      return 1;
    }
    int rows = Math.min(n1, n2);
    int columns = Math.max(n1, n2);
    double[] inverse = new double[rows + columns + 1];
    for (int sum = 1; sum < inverse.length; sum++) {
      inverse[sum] = 1.0 / sum;
    }
    double[] outside = new double[columns + 1];
    Arrays.fill(outside, 1);
    for (int i = 0; i <= rows; i++) {
      // the cells with |i columns - j rows| < steps; all others stay 1
      long centre = (long) i * columns;
      int from = (int) Math.max(0, Math.floorDiv(centre - steps, rows) + 1);
      int to = (int) Math.min(columns, -Math.floorDiv(-(centre + steps), rows) - 1);
      double left = 1;
      if (from > 0) {
        outside[from - 1] = 1;
      }
      for (int j = from; j <= to; j++) {
        left = i + j == 0 ? 0 : (i * outside[j] + j * left) * inverse[i + j];
        outside[j] = left;
      }
    }
    return outside[columns];
  }

  /** Survival function of the one-sample distribution at the size round(n1 n2 / (n1 + n2)). */
  static double oneSampleRounded(double[] first, double[] second) {
    return KolmogorovSmirnovTest.withDefaults()
        .with(PValueMethod.ASYMPTOTIC)
        .with(Inequality.NON_STRICT)
        .test(first, second)
        .getPValue();
  }
}
