package org.spineregistry.synthesis.metric;

import java.util.Arrays;

/**
 * Screens capped differences as whole numbers of a small unit. Each dimension is off by one unit at
 * most, so that a sum is off by as many units as there are dimensions. Numbers too far away to be
 * whole ones are brought nearer, which may let a reference through but passes over none.
 */
final class CappedScreen implements Screen {
  private static final int EIGHT = 8;
  private static final int FARTHEST = (1 << 30) - 1;

  private final EncodedRows references;
  private final int dimensions;
  private final int padded;

  /** The distance 1 as a whole number: a power of two such that no sum leaves its type. */
  private final int one;

  /** Smallest reference of each dimension. */
  private final double[] origin;

  /** Whole numbers of the queries, their dimensions filled up to a multiple of eight. */
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
    this.padded = (dimensions + EIGHT - 1) / EIGHT * EIGHT;
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
    for (int d = 0; d < padded; d += EIGHT) {
      addEight(sums, columns, d, queries, at + d, one);
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
   * Adds {@link #belowCap} of eight dimensions, two in a loop: a longer loop would not become
   * vector instructions. Four loops in one method make it too large to be compiled into its
   * callers, where the compiler leaves the loops as they are.
   */
  private static void addEight(
      int[] sums, int[][] columns, int first, int[] queries, int q, int cap) {
    int[] a = columns[first];
    int[] b = columns[first + 1];
    int qa = queries[q];
    int qb = queries[q + 1];
    for (int t = 0; t < sums.length; t++) {
      int x = Math.abs(a[t] - qa) - cap;
      int y = Math.abs(b[t] - qb) - cap;
      sums[t] += (x & x >> 31) + (y & y >> 31);
    }
    int[] c = columns[first + 2];
    int[] d = columns[first + 3];
    int qc = queries[q + 2];
    int qd = queries[q + 3];
    for (int t = 0; t < sums.length; t++) {
      int x = Math.abs(c[t] - qc) - cap;
      int y = Math.abs(d[t] - qd) - cap;
      sums[t] += (x & x >> 31) + (y & y >> 31);
    }
    int[] e = columns[first + 4];
    int[] f = columns[first + 5];
    int qe = queries[q + 4];
    int qf = queries[q + 5];
    for (int t = 0; t < sums.length; t++) {
      int x = Math.abs(e[t] - qe) - cap;
      int y = Math.abs(f[t] - qf) - cap;
      sums[t] += (x & x >> 31) + (y & y >> 31);
    }
    int[] g = columns[first + 6];
    int[] h = columns[first + 7];
    int qg = queries[q + 6];
    int qh = queries[q + 7];
    for (int t = 0; t < sums.length; t++) {
      int x = Math.abs(g[t] - qg) - cap;
      int y = Math.abs(h[t] - qh) - cap;
      sums[t] += (x & x >> 31) + (y & y >> 31);
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
