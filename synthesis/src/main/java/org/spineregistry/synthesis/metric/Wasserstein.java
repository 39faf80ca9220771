package org.spineregistry.synthesis.metric;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.spineregistry.synthesis.table.Table;

/**
 * How far the values of one sample must be moved to become the other: the 1-Wasserstein distance,
 * the area between the two empirical distribution functions (Vallender 1974, Theory of Probability
 * and its Applications 18:784).
 *
 * @param distance in the unit of the values
 * @param sd population SD of the reference, the unit that makes columns comparable
 */
public record Wasserstein(double distance, double sd) {
  /** The distance in SDs of the reference; NaN when only the reference is constant. */
  public double scaled() {
    if (distance == 0) {
      return 0;
    }
    return sd > 0 ? distance / sd : Double.NaN;
  }

  /**
   * Compares two samples; missing values are dropped.
   *
   * @param reference with at least one value; NaN is missing; not changed
   * @param other likewise
   * @throws IllegalArgumentException if one of them has no value
   */
  public static Wasserstein of(double[] reference, double[] other) {
    double[] x = sorted(reference);
    double[] y = sorted(other);
    if (x.length == 0 || y.length == 0) {
      throw new IllegalArgumentException("Both samples need at least one value");
    }
    return new Wasserstein(area(x, y), sd(x));
  }

  /**
   * Compares every number column that has a value on both sides.
   *
   * @return by column name, in schema order
   */
  public static Map<String, Wasserstein> ofColumns(Table cohort, Table release) {
    Map<String, Wasserstein> distances = new LinkedHashMap<>();
    for (int c = 0; c < cohort.columns().size(); c++) {
      String name = cohort.columns().get(c).name();
      int other = release.indexOf(name);
      boolean observed =
          cohort.missing(c) < cohort.rows() && release.missing(other) < release.rows();
      if (cohort.columns().get(c).isNumber() && observed) {
        distances.put(name, of(cohort.numbers(c), release.numbers(other)));
      }
    }
    return distances;
  }

  private static double area(double[] x, double[] y) {
    double area = 0;
    double last = Math.min(x[0], y[0]);
    int i = 0;
    int j = 0;
    while (i < x.length || j < y.length) {
      double next = j == y.length || (i < x.length && x[i] <= y[j]) ? x[i] : y[j];
      double apart = Math.abs((double) i / x.length - (double) j / y.length);
      area += apart * (next - last);
      while (i < x.length && x[i] == next) {
        i++;
      }
      while (j < y.length && y[j] == next) {
        j++;
      }
      last = next;
    }
    return area;
  }

  private static double[] sorted(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
  }

  private static double sd(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / values.length);
  }
}
