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

  /** Finds the two nearest references of every query. */
  public static Neighbours of(EncodedRows queries, EncodedRows references) {
    return of(queries, 0, queries.rows(), references);
  }

  /** Finds the two nearest references of the queries [from, to). */
  public static Neighbours of(EncodedRows queries, int from, int to, EncodedRows references) {
    Neighbours found = search(queries, from, to, references, false, Distance.EUCLIDEAN);
    found.takeRoots();
    return found;
  }

  /**
   * Finds the two nearest other rows of the rows [from, to) of one set; a row is no neighbour of
   * itself, an equal row is. Ranges are independent, so they may run side by side.
   */
  public static Neighbours within(EncodedRows rows, int from, int to) {
    Neighbours found = search(rows, from, to, rows, true, Distance.EUCLIDEAN);
    found.takeRoots();
    return found;
  }

  /**
   * Finds the two nearest references; distances are sums over dimensions, before any root or mean.
   *
   * @param skipSelf whether both are one set, in which a row is no neighbour of itself
   */
  static Neighbours search(
      EncodedRows queries,
      int from,
      int to,
      EncodedRows references,
      boolean skipSelf,
      Distance distance) {
    int size = to - from;
    Neighbours found = new Neighbours(new double[size], new double[size], new int[size]);
    Arrays.fill(found.first, Double.POSITIVE_INFINITY);
    Arrays.fill(found.second, Double.POSITIVE_INFINITY);
    Arrays.fill(found.row, -1);
    ReferenceBlock block = new ReferenceBlock(references.dimensions(), distance);
    double[] sums = new double[ReferenceBlock.SIZE];
    for (int start = 0; start < references.rows(); start += ReferenceBlock.SIZE) {
      int length = block.load(references, start);
      for (int query = 0; query < size; query++) {
        block.sums(queries, from + query, sums);
        if (skipSelf && from + query >= start && from + query < start + length) {
          sums[from + query - start] = Double.POSITIVE_INFINITY;
        }
        found.offer(query, sums, start, length);
      }
    }
    return found;
  }

  private void offer(int query, double[] sums, int start, int length) {
    double nearest = first[query];
    double next = second[query];
    for (int t = 0; t < length; t++) {
      double sum = sums[t];
      if (sum < next) {
        if (sum < nearest) {
          next = nearest;
          nearest = sum;
          row[query] = start + t;
        } else {
          next = sum;
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
}
