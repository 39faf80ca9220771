package org.spineregistry.synthesis.metric;

import java.util.Arrays;

/**
 * Screens capped differences as whole numbers of a small unit. Each dimension is off by one unit at
 * most, so that a sum is off by as many units as there are dimensions. Numbers too far away to be
 * whole ones are brought nearer, which may let a reference through but passes over none.
 */
final class CappedScreen implements Screen {
  private static final int FARTHEST = (1 << 30) - 1;

  private final EncodedRows references;
  private final int dimensions;
  private final int padded;

  /** The distance 1 as a whole number: a power of two such that no sum leaves its type. */
  private final int one;

  /** Smallest reference of each dimension. */
  private final double[] origin;

  /** Whole numbers of the queries, their dimensions filled up to an even number. */
  private final int[] queries;

  private final int[][] columns;
  private final int[] sums;
  private final int[] rest;
  private int[] shown;
  private int length;
  private int at;

  CappedScreen(EncodedRows queries, int from, int to, EncodedRows references) {
    this.references = references;
    this.dimensions = references.dimensions();
    this.padded = (dimensions + 1) / 2 * 2;
    this.one = Integer.highestOneBit((1 << 29) / Math.max(1, padded));
    this.sums = new int[Screen.size(references.rows())];
    this.rest = new int[sums.length];
    this.shown = sums;
    this.columns = new int[padded][sums.length];
    this.origin = origin(references);
    this.queries = new int[(to - from) * padded];
    for (int query = 0; query < to - from; query++) {
      for (int d = 0; d < dimensions; d++) {
        this.queries[query * padded + d] =
            whole(queries.values()[(from + query) * dimensions + d], d);
      }
    }
  }

  private static double[] origin(EncodedRows rows) {
    double[] origin = new double[rows.dimensions()];
    Arrays.fill(origin, Double.POSITIVE_INFINITY);
    for (int i = 0; i < rows.rows() * origin.length; i++) {
      double value = rows.values()[i];
      int d = i % origin.length;
      if (value != Gower.MISSING && value < origin[d]) {
        origin[d] = value;
      }
    }
    for (int d = 0; d < origin.length; d++) {
      origin[d] = Double.isInfinite(origin[d]) ? 0 : origin[d];
    }
    return origin;
  }

  private int whole(double value, int dimension) {
    double whole = Math.rint((value - origin[dimension]) * one);
    return (int) Math.max(-FARTHEST, Math.min(FARTHEST, whole));
  }

  @Override
  public int size() {
    return sums.length;
  }

  @Override
  public int load(int start) {
    length = Math.min(sums.length, references.rows() - start);
    for (int t = 0; t < length; t++) {
      for (int d = 0; d < dimensions; d++) {
        columns[d][t] = whole(references.values()[(start + t) * dimensions + d], d);
      }
    }
    return length;
  }

  @Override
  public void measure(int query) {
    at = query * padded;
    // each dimension takes off what it is below the cap
    Arrays.fill(sums, padded * one);
    for (int d = 0; d < padded; d += 2) {
      add(d);
    }
    shown = sums;
  }

  /** Measures the last query again without one dimension. */
  void leaveOut(int dimension) {
    int[] column = columns[dimension];
    int from = queries[at + dimension];
    for (int t = 0; t < sums.length; t++) {
      rest[t] = sums[t] - one - belowCap(column[t], from, one);
    }
    shown = rest;
  }

  /**
   * min(|a - b|, cap) - cap. Without a comparison, which the compiler would not turn into vector
   * instructions.
   */
  private static int belowCap(int a, int b, int cap) {
    int over = Math.abs(a - b) - cap;
    return over & over >> 31;
  }

  /**
   * Two dimensions at once: one load and store of the sums for both columns. More make the loop too
   * long for the compiler to turn it into vector instructions.
   */
  private void add(int first) {
    int[] a = columns[first];
    int[] b = columns[first + 1];
    int qa = queries[at + first];
    int qb = queries[at + first + 1];
    int cap = one;
    for (int t = 0; t < sums.length; t++) {
      sums[t] += belowCap(a[t], qa, cap) + belowCap(b[t], qb, cap);
    }
  }

  @Override
  public int next(int from, double most) {
    int limit = limit(most);
    int t = from;
    while (t < length && shown[t] > limit) {
      t++;
    }
    return t;
  }

  /** The next reference whose sum may be at most the limit of its place, see {@link #limit}. */
  int next(int from, int[] limits) {
    int t = from;
    while (t < length && shown[t] > limits[t]) {
      t++;
    }
    return t;
  }

  /** The largest whole number that the screen may give to a sum of at most {@code most}. */
  int limit(double most) {
    double units = most * one + dimensions + 2;
    return units < FARTHEST ? (int) units : FARTHEST;
  }

  /** Limits of a block that rule nothing out. */
  int[] limits() {
    int[] limits = new int[sums.length];
    Arrays.fill(limits, FARTHEST);
    return limits;
  }
}
