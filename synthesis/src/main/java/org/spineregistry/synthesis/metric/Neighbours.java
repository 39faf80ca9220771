package org.spineregistry.synthesis.metric;

import java.util.Arrays;

/**
 * Exact nearest neighbours by brute force. References are taken in blocks turned to columns, so
 * that the inner loop runs over references and the compiler turns it into vector instructions; no
 * sum depends on the order of rows or on threads.
 *
 * @param first distance of each query to its nearest reference; infinite without any reference
 * @param second distance to the second nearest
 * @param row the nearest reference; the lowest one of ties, -1 without any
 */
public record Neighbours(double[] first, double[] second, int[] row) {
  /** A constant, so that the loops over a block have a known length. */
  private static final int BLOCK = 64;

  /** Finds the two nearest references of every query. */
  public static Neighbours of(EncodedRows queries, EncodedRows references) {
    return of(queries, 0, queries.rows(), references);
  }

  /** Finds the two nearest references of the queries [from, to). */
  public static Neighbours of(EncodedRows queries, int from, int to, EncodedRows references) {
    return search(queries, from, to, references, false);
  }

  /**
   * Finds the two nearest other rows of the rows [from, to) of one set; a row is no neighbour of
   * itself, an equal row is. Ranges are independent, so they may run side by side.
   */
  public static Neighbours within(EncodedRows rows, int from, int to) {
    return search(rows, from, to, rows, true);
  }

  private static Neighbours search(
      EncodedRows queries, int from, int to, EncodedRows references, boolean skipSelf) {
    int size = to - from;
    Neighbours found = new Neighbours(new double[size], new double[size], new int[size]);
    Arrays.fill(found.first, Double.POSITIVE_INFINITY);
    Arrays.fill(found.second, Double.POSITIVE_INFINITY);
    Arrays.fill(found.row, -1);
    ReferenceBlock block = new ReferenceBlock(references.dimensions());
    double[] squares = new double[BLOCK];
    for (int start = 0; start < references.rows(); start += BLOCK) {
      int length = block.load(references, start);
      for (int query = 0; query < size; query++) {
        block.squaredDistances(queries, from + query, squares);
        if (skipSelf && from + query >= start && from + query < start + length) {
          squares[from + query - start] = Double.POSITIVE_INFINITY;
        }
        found.offer(query, squares, start, length);
      }
    }
    found.takeRoots();
    return found;
  }

  private void offer(int query, double[] squares, int start, int length) {
    double nearest = first[query];
    double next = second[query];
    for (int t = 0; t < length; t++) {
      double square = squares[t];
      if (square < next) {
        if (square < nearest) {
          next = nearest;
          nearest = square;
          row[query] = start + t;
        } else {
          next = square;
        }
      }
    }
    first[query] = nearest;
    second[query] = next;
  }

  private void takeRoots() {
    for (int i = 0; i < first.length; i++) {
      first[i] = Math.sqrt(first[i]);
      second[i] = Math.sqrt(second[i]);
    }
  }

  /** One block of references, a column for each dimension, filled up to a multiple of four. */
  private static final class ReferenceBlock {
    private final int dimensions;
    private final double[][] columns;
    private final double[] query;

    ReferenceBlock(int dimensions) {
      this.dimensions = dimensions;
      int padded = (dimensions + 3) / 4 * 4;
      this.columns = new double[padded][BLOCK];
      this.query = new double[padded];
    }

    int load(EncodedRows references, int start) {
      int length = Math.min(BLOCK, references.rows() - start);
      for (int t = 0; t < length; t++) {
        for (int d = 0; d < dimensions; d++) {
          columns[d][t] = references.values()[(start + t) * dimensions + d];
        }
      }
      return length;
    }

    void squaredDistances(EncodedRows queries, int row, double[] squares) {
      System.arraycopy(queries.values(), row * dimensions, query, 0, dimensions);
      Arrays.fill(squares, 0);
      for (int d = 0; d < columns.length; d += 4) {
        addFour(
            columns[d],
            columns[d + 1],
            columns[d + 2],
            columns[d + 3],
            query[d],
            query[d + 1],
            query[d + 2],
            query[d + 3],
            squares);
      }
    }

    /** Four dimensions at once: one load and store of the sums for four of the columns. */
    private static void addFour(
        double[] a,
        double[] b,
        double[] c,
        double[] d,
        double qa,
        double qb,
        double qc,
        double qd,
        double[] squares) {
      for (int t = 0; t < BLOCK; t++) {
        double da = a[t] - qa;
        double db = b[t] - qb;
        double dc = c[t] - qc;
        double dd = d[t] - qd;
        squares[t] += da * da + db * db + (dc * dc + dd * dd);
      }
    }
  }
}
