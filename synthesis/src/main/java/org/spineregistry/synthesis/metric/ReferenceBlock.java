package org.spineregistry.synthesis.metric;

import java.util.Arrays;

/**
 * One block of references, a column for each dimension, filled up to a multiple of four. The inner
 * loops run over references, so that the compiler turns them into vector instructions; no sum
 * depends on the order of rows or on threads.
 */
final class ReferenceBlock {
  /** References of a block: a constant, so that the loops have a known length. */
  static final int SIZE = 64;

  private final int dimensions;
  private final double[][] columns;
  private final double[] query;

  ReferenceBlock(int dimensions) {
    this.dimensions = dimensions;
    int padded = (dimensions + 3) / 4 * 4;
    this.columns = new double[padded][SIZE];
    this.query = new double[padded];
  }

  /** Loads the references from {@code start}; returns how many there are. */
  int load(EncodedRows references, int start) {
    int length = Math.min(SIZE, references.rows() - start);
    for (int t = 0; t < length; t++) {
      for (int d = 0; d < dimensions; d++) {
        columns[d][t] = references.values()[(start + t) * dimensions + d];
      }
    }
    return length;
  }

  /** Squared distances between one query and each reference of the block. */
  void sums(EncodedRows queries, int row, double[] sums) {
    System.arraycopy(queries.values(), row * dimensions, query, 0, dimensions);
    Arrays.fill(sums, 0);
    for (int d = 0; d < columns.length; d += 4) {
      addSquares(d, sums);
    }
  }

  /** Four dimensions at once: one load and store of the sums for four of the columns. */
  private void addSquares(int first, double[] sums) {
    double[] a = columns[first];
    double[] b = columns[first + 1];
    double[] c = columns[first + 2];
    double[] d = columns[first + 3];
    double qa = query[first];
    double qb = query[first + 1];
    double qc = query[first + 2];
    double qd = query[first + 3];
    for (int t = 0; t < SIZE; t++) {
      double da = a[t] - qa;
      double db = b[t] - qb;
      double dc = c[t] - qc;
      double dd = d[t] - qd;
      sums[t] += da * da + db * db + (dc * dc + dd * dd);
    }
  }
}
