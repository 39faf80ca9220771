package org.spineregistry.synthesis.metric;

import java.util.Arrays;

/**
 * Exact nearest neighbours by brute force: a {@link Screen} looks at all references, and those that
 * it cannot rule out are measured exactly. No sum depends on the order of rows or on threads.
 *
 * @param first distance of each query to its nearest reference; infinite without any reference
 * @param second distance to the second nearest
 * @param row the nearest reference; the lowest one of ties, -1 without any
 */
public record Neighbours(double[] first, double[] second, int[] row) {

  /** Finds the two nearest references of every query in a Euclidean space. */
  public static Neighbours of(EncodedRows queries, EncodedRows references) {
    return IndexedRows.of(references).nearest(queries, 0, queries.rows());
  }

  /**
   * Finds the two nearest references; distances are sums over dimensions, before any root or mean.
   *
   * @param screen of these queries and references, by this distance
   * @param skipSelf whether both are one set, in which a row is no neighbour of itself
   */
  static Neighbours search(
      Screen screen,
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
    for (int start = 0; start < references.rows(); start += screen.size()) {
      int length = screen.load(start);
      for (int query = 0; query < size; query++) {
        screen.measure(query);
        int row = from + query;
        for (int t = screen.next(0, found.second[query]);
            t < length;
            t = screen.next(t + 1, found.second[query])) {
          if (!skipSelf || start + t != row) {
            found.offer(query, start + t, distance.sum(queries, row, references, start + t));
          }
        }
      }
    }
    return found;
  }

  private void offer(int query, int reference, double sum) {
    if (sum < first[query]) {
      second[query] = first[query];
      first[query] = sum;
      row[query] = reference;
    } else if (sum < second[query]) {
      second[query] = sum;
    }
  }
}
