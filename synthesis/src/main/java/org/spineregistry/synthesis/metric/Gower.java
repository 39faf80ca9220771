package org.spineregistry.synthesis.metric;

import java.util.Arrays;
import java.util.List;
import org.spineregistry.synthesis.table.Table;

/**
 * Gower's distance (Gower 1971, Biometrics 27:857): the mean over columns of |x - y| / range, at
 * most 1, for numbers and of 0 or 1 for categories; one missing cell counts 1, two count 0. Ranges
 * are those of a reference table. Exact neighbours by brute force.
 *
 * <p>Every column becomes one coordinate in which min(|a - b|, 1) is its part of the distance: a
 * number divided by its range, the code of a category, for a missing cell a place far away.
 */
public final class Gower {
  /** Coordinate of a missing cell. */
  static final double MISSING = -1e9;

  private static final double NO_RANGE = 1e12;

  private final int[] columns;
  private final double[] scales;

  private Gower(int[] columns, double[] scales) {
    this.columns = columns;
    this.scales = scales;
  }

  /**
   * The distance over some columns.
   *
   * @param reference its observed ranges are used
   * @param columns positions, at least one
   */
  public static Gower of(Table reference, List<Integer> columns) {
    int[] positions = columns.stream().mapToInt(column -> column).toArray();
    double[] scales = new double[positions.length];
    for (int d = 0; d < positions.length; d++) {
      scales[d] =
          reference.columns().get(positions[d]).isNumber()
              ? scale(reference.numbers(positions[d]))
              : 1;
    }
    return new Gower(positions, scales);
  }

  private static double scale(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return high > low ? 1 / (high - low) : NO_RANGE;
  }

  /** Positions of the columns, in the order of the dimensions. */
  public List<Integer> columns() {
    return Arrays.stream(columns).boxed().toList();
  }

  /** Rows of a table with the columns and levels of the reference as points. */
  public EncodedRows encode(Table table) {
    double[] values = new double[table.rows() * columns.length];
    for (int d = 0; d < columns.length; d++) {
      if (table.columns().get(columns[d]).isNumber()) {
        double[] numbers = table.numbers(columns[d]);
        for (int row = 0; row < numbers.length; row++) {
          values[row * columns.length + d] =
              Double.isNaN(numbers[row]) ? MISSING : numbers[row] * scales[d];
        }
      } else {
        int[] codes = table.codes(columns[d]);
        for (int row = 0; row < codes.length; row++) {
          values[row * columns.length + d] = codes[row];
        }
      }
    }
    return new EncodedRows(table.rows(), columns.length, values);
  }

  /** The two nearest references of every query. */
  public Neighbours nearest(EncodedRows queries, EncodedRows references) {
    return search(queries, references, false);
  }

  /** The two nearest other rows of every row of one set; an equal row is a neighbour. */
  public Neighbours nearestOther(EncodedRows rows) {
    return search(rows, rows, true);
  }

  private Neighbours search(EncodedRows queries, EncodedRows references, boolean skipSelf) {
    int count = queries.rows();
    Screen screen = new CappedScreen(queries, 0, count, references);
    Neighbours sums =
        Neighbours.search(screen, queries, 0, count, references, skipSelf, Distance.CAPPED);
    for (int i = 0; i < sums.first().length; i++) {
      sums.first()[i] /= columns.length;
      sums.second()[i] /= columns.length;
    }
    return sums;
  }

  /**
   * The k nearest references of every query, the lowest rows of ties first.
   *
   * @return fewer than k where there are fewer references
   */
  public int[][] kNearest(EncodedRows queries, EncodedRows references, int k) {
    int kept = Math.min(k, references.rows());
    int[][] rows = new int[queries.rows()][kept];
    double[][] best = new double[queries.rows()][kept];
    for (double[] distances : best) {
      Arrays.fill(distances, Double.POSITIVE_INFINITY);
    }
    Screen screen = new CappedScreen(queries, 0, queries.rows(), references);
    for (int start = 0; start < references.rows(); start += screen.size()) {
      int length = screen.load(start);
      for (int query = 0; query < queries.rows(); query++) {
        screen.measure(query);
        for (int t = screen.next(0, best[query][kept - 1]);
            t < length;
            t = screen.next(t + 1, best[query][kept - 1])) {
          double sum = Distance.CAPPED.sum(queries, query, references, start + t);
          if (sum < best[query][kept - 1]) {
            insert(best[query], rows[query], sum, start + t);
          }
        }
      }
    }
    return rows;
  }

  private static void insert(double[] best, int[] rows, double distance, int row) {
    int at = best.length - 1;
    while (at > 0 && best[at - 1] > distance) {
      best[at] = best[at - 1];
      rows[at] = rows[at - 1];
      at--;
    }
    best[at] = distance;
    rows[at] = row;
  }
}
