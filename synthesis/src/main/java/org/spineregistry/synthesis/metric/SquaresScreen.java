package org.spineregistry.synthesis.metric;

import java.util.Arrays;

/**
 * Screens by |a|^2 + |b|^2 - 2 a'b in single precision. In d dimensions its rounding errors are
 * below 2 (d + 6) 2^-24 (|a|^2 + |b|^2) (Higham 2002, Accuracy and Stability of Numerical
 * Algorithms, section 3.1), so that norms reduced by twice that give a lower bound.
 */
final class SquaresScreen implements Screen {
  private final EncodedRows references;
  private final int dimensions;

  /** Share of the norms that stays. */
  private final double kept;

  /** Minus twice each query. */
  private final float[] queries;

  private final double[] queryNorms;
  private final float[][] columns;
  private final float[] norms;
  private final float[] sums;
  private final float[] nothing;
  private final float[][] active;
  private final float[] factors;
  private int length;
  private double queryNorm;

  SquaresScreen(EncodedRows queries, int from, int to, EncodedRows references) {
    this.references = references;
    this.dimensions = references.dimensions();
    this.kept = 1 - 4 * (dimensions + 6) * 0x1.0p-24;
    this.sums = new float[Screen.size(references.rows())];
    this.norms = new float[sums.length];
    this.nothing = new float[sums.length];
    this.columns = new float[dimensions][sums.length];
    this.active = new float[dimensions + 3][];
    this.factors = new float[dimensions + 3];
    this.queries = new float[(to - from) * dimensions];
    this.queryNorms = new double[to - from];
    for (int query = 0; query < to - from; query++) {
      queryNorms[query] = norm(queries, from + query);
      for (int d = 0; d < dimensions; d++) {
        this.queries[query * dimensions + d] =
            (float) (-2 * queries.values()[(from + query) * dimensions + d]);
      }
    }
  }

  private static double norm(EncodedRows rows, int row) {
    double norm = 0;
    for (int i = row * rows.dimensions(); i < (row + 1) * rows.dimensions(); i++) {
      norm += rows.values()[i] * rows.values()[i];
    }
    return norm;
  }

  @Override
  public int size() {
    return sums.length;
  }

  @Override
  public int load(int start) {
    length = Math.min(sums.length, references.rows() - start);
    for (int t = 0; t < length; t++) {
      norms[t] = (float) (norm(references, start + t) * kept);
      for (int d = 0; d < dimensions; d++) {
        columns[d][t] = (float) references.values()[(start + t) * dimensions + d];
      }
    }
    return length;
  }

  @Override
  public void measure(int query) {
    queryNorm = queryNorms[query];
    System.arraycopy(norms, 0, sums, 0, sums.length);
    int count = 0;
    // most coordinates of levels are 0
    for (int d = 0; d < dimensions; d++) {
      float factor = queries[query * dimensions + d];
      active[count] = columns[d];
      factors[count] = factor;
      count += factor != 0 ? 1 : 0;
    }
    Arrays.fill(active, count, count + 3, nothing);
    Arrays.fill(factors, count, count + 3, 0);
    for (int i = 0; i < count; i += 4) {
      add(i);
    }
  }

  /** Four dimensions at once: one load and store of the sums for four of the columns. */
  private void add(int i) {
    float[] a = active[i];
    float[] b = active[i + 1];
    float[] c = active[i + 2];
    float[] d = active[i + 3];
    float qa = factors[i];
    float qb = factors[i + 1];
    float qc = factors[i + 2];
    float qd = factors[i + 3];
    for (int t = 0; t < sums.length; t++) {
      sums[t] += a[t] * qa + b[t] * qb + (c[t] * qc + d[t] * qd);
    }
  }

  @Override
  public int next(int from, double most) {
    float limit = Math.nextUp((float) (most - queryNorm * kept));
    int t = from;
    // what is not a number is looked at
    while (t < length && sums[t] > limit) {
      t++;
    }
    return t;
  }
}
