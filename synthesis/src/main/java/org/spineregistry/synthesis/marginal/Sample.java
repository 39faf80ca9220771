package org.spineregistry.synthesis.marginal;

import java.util.Arrays;

/**
 * A sample of numbers as its distinct values with their counts, in rising order. The support of the
 * bounded families is fixed before any fit: [min - range/n, max + range/n].
 */
public final class Sample {
  private final double[] values;
  private final int[] counts;
  private final int size;
  private final double mean;
  private final double variance;

  private Sample(double[] values, int[] counts, int size) {
    this.values = values;
    this.counts = counts;
    this.size = size;
    this.mean = values[0] + average(v -> v - values[0]);
    this.variance = average(v -> (v - mean) * (v - mean));
  }

  /**
   * @param observed at least one number, all finite, in any order; not changed
   */
  public static Sample of(double[] observed) {
    double[] sorted = observed.clone();
    Arrays.sort(sorted);
    double[] values = new double[sorted.length];
    int[] counts = new int[sorted.length];
    int distinct = 0;
    for (double value : sorted) {
      if (distinct == 0 || value != values[distinct - 1]) {
        values[distinct++] = value;
      }
      counts[distinct - 1]++;
    }
    return new Sample(
        Arrays.copyOf(values, distinct), Arrays.copyOf(counts, distinct), sorted.length);
  }

  /** Number of values, repeated ones included. */
  public int size() {
    return size;
  }

  /** Number of different values. */
  public int distinct() {
    return values.length;
  }

  /** The i-th smallest different value. */
  public double value(int i) {
    return values[i];
  }

  /** How often {@link #value} occurs. */
  public int count(int i) {
    return counts[i];
  }

  /** Whether all values are equal. */
  public boolean isConstant() {
    return values.length == 1;
  }

  double min() {
    return values[0];
  }

  double max() {
    return values[values.length - 1];
  }

  double range() {
    return max() - min();
  }

  double mean() {
    return mean;
  }

  /** Mean squared deviation, divided by n. */
  double variance() {
    return variance;
  }

  double sd() {
    return Math.sqrt(variance);
  }

  double supportLower() {
    return min() - range() / size;
  }

  double supportUpper() {
    return max() + range() / size;
  }

  /** Mean of a function over the sample, summed in rising order. */
  double average(DoubleFunction function) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += counts[i] * function.of(values[i]);
    }
    return sum / size;
  }

  /** A function of one number. */
  interface DoubleFunction {
    double of(double value);
  }
}
