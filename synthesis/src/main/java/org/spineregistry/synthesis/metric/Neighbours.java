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
    Screen screen = distance.screen(queries, from, to, references);
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

  private void takeRoots() {
    for (int i = 0; i < first.length; i++) {
      first[i] = Math.sqrt(first[i]);
      second[i] = Math.sqrt(second[i]);
    }
  }
}
