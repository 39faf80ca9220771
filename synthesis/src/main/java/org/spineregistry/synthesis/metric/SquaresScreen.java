package org.spineregistry.synthesis.metric;

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

  /** Minus twice each query, its dimensions filled up to a multiple of four. */
  private final float[] queries;

  private final double[] queryNorms;
  private final float[][] columns;
  private final float[] norms = new float[SIZE];
  private final float[] sums = new float[SIZE];
  private final int padded;
  private int length;
  private double queryNorm;

  SquaresScreen(EncodedRows queries, int from, int to, EncodedRows references) {
    this.references = references;
    this.dimensions = references.dimensions();
    this.padded = (dimensions + 3) / 4 * 4;
    this.kept = 1 - 4 * (dimensions + 6) * 0x1.0p-24;
    this.columns = new float[padded][SIZE];
    this.queries = new float[(to - from) * padded];
    this.queryNorms = new double[to - from];
    for (int query = 0; query < to - from; query++) {
      queryNorms[query] = norm(queries, from + query);
      for (int d = 0; d < dimensions; d++) {
        this.queries[query * padded + d] =
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
  public int load(int start) {
    length = Math.min(SIZE, references.rows() - start);
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
    System.arraycopy(norms, 0, sums, 0, SIZE);
    for (int d = 0; d < padded; d += 4) {
      add(d, query * padded + d);
    }
  }

  /** Four dimensions at once: one load and store of the sums for four of the columns. */
  private void add(int first, int at) {
    float[] a = columns[first];
    float[] b = columns[first + 1];
    float[] c = columns[first + 2];
    float[] d = columns[first + 3];
    float qa = queries[at];
    float qb = queries[at + 1];
    float qc = queries[at + 2];
    float qd = queries[at + 3];
    for (int t = 0; t < SIZE; t++) {
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
