package org.spineregistry.synthesis.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.table.Table;

/**
 * Spearman's rank correlations of all pairs of columns: Pearson's r of mid-ranks over the rows that
 * have both values. Each column is sorted once; the ranks of a pair's common rows come from one
 * pass along that order.
 *
 * @param values symmetric, 1 on the diagonal; NaN where too few rows have both values or one side
 *     is constant on them
 */
public record SpearmanMatrix(double[][] values) {
  /** Fewer common rows say nothing. */
  public static final int MINIMUM_ROWS = 20;

  /**
   * Correlates columns of a table.
   *
   * @param columns positions of number or ordered category columns
   */
  public static SpearmanMatrix of(Table table, List<Integer> columns) {
    SortedColumn[] sorted =
        columns.stream().map(column -> SortedColumn.of(table, column)).toArray(SortedColumn[]::new);
    double[][] values = new double[sorted.length][sorted.length];
    double[] x = new double[table.rows()];
    double[] y = new double[table.rows()];
    for (int i = 0; i < sorted.length; i++) {
      values[i][i] = 1;
      for (int j = 0; j < i; j++) {
        int rows = sorted[i].ranksWhere(sorted[j].cells(), x);
        sorted[j].ranksWhere(sorted[i].cells(), y);
        values[i][j] = rows < MINIMUM_ROWS ? Double.NaN : ofRanks(x, y, rows);
        values[j][i] = values[i][j];
      }
    }
    return new SpearmanMatrix(values);
  }

  /** Ranks are 0 in rows that do not count; their mean is known. */
  private static double ofRanks(double[] x, double[] y, int rows) {
    double mean = 0.5 * (rows + 1);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int row = 0; row < x.length; row++) {
      double dx = x[row] == 0 ? 0 : x[row] - mean;
      double dy = y[row] == 0 ? 0 : y[row] - mean;
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
    return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
  }

  /**
   * A column with the rows of its values in rising order.
   *
   * @param cells NaN when missing
   * @param order rows with a value
   */
  private record SortedColumn(double[] cells, int[] order) {
    static SortedColumn of(Table table, int column) {
      double[] cells =
          table.columns().get(column).isNumber()
              ? table.numbers(column)
              : IntStream.of(table.codes(column))
                  .mapToDouble(code -> code < 0 ? Double.NaN : code)
                  .toArray();
      int[] order =
          IntStream.range(0, cells.length)
              .filter(row -> !Double.isNaN(cells[row]))
              .boxed()
              .sorted(Comparator.comparingDouble(row -> cells[row]))
              .mapToInt(row -> row)
              .toArray();
      return new SortedColumn(cells, order);
    }

    /**
     * Mid-ranks among the rows in which both columns have a value; 0 in the others.
     *
     * @return number of these rows
     */
    int ranksWhere(double[] other, double[] ranks) {
      Arrays.fill(ranks, 0);
      int ranked = 0;
      for (int from = 0; from < order.length; ) {
        int to = from;
        int common = 0;
        double value = cells[order[from]];
        while (to < order.length && cells[order[to]] == value) {
          common += Double.isNaN(other[order[to]]) ? 0 : 1;
          to++;
        }
        double rank = ranked + 0.5 * (common + 1);
        for (int i = from; i < to; i++) {
          if (!Double.isNaN(other[order[i]])) {
            ranks[order[i]] = rank;
          }
        }
        ranked += common;
        from = to;
      }
      return ranked;
    }
  }
}
