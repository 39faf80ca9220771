package org.spineregistry.synthesis.tree;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.spineregistry.synthesis.table.Table;

/**
 * Rows with each column cut into at most 64 bins: bin 0 is missing, the others follow the order of
 * the numbers or of the levels. A column of up to 63 different values keeps them all; one of more
 * is cut at its quantiles.
 *
 * @param rows number of rows
 * @param bins {@code bins[column][row]}; must not be changed
 * @param sizes bins of each column, the missing one included
 */
record BinnedRows(int rows, byte[][] bins, int[] sizes) {
  /** Most bins of a column. */
  static final int MOST_BINS = 64;

  /**
   * Bins the rows of two tables, one after the other, by the cuts of both together.
   *
   * @param second has the columns of the first
   */
  static BinnedRows of(Table first, Table second) {
    int columns = first.columns().size();
    byte[][] bins = new byte[columns][];
    int[] sizes = new int[columns];
    for (int c = 0; c < columns; c++) {
      double[] cells = cells(first, c, second, second.indexOf(first.columns().get(c).name()));
      double[] cuts = cuts(cells);
      bins[c] = bins(cells, cuts);
      sizes[c] = cuts.length + 1;
    }
    return new BinnedRows(first.rows() + second.rows(), bins, sizes);
  }

  /** Numbers, or positions in the levels of both tables; NaN when missing. */
  private static double[] cells(Table first, int c, Table second, int other) {
    double[] cells = new double[first.rows() + second.rows()];
    if (first.columns().get(c).isNumber()) {
      System.arraycopy(first.numbers(c), 0, cells, 0, first.rows());
      System.arraycopy(second.numbers(other), 0, cells, first.rows(), second.rows());
      return cells;
    }
    List<String> levels =
        Stream.concat(first.levels(c).stream(), second.levels(other).stream()).distinct().toList();
    write(first, c, levels, cells, 0);
    write(second, other, levels, cells, first.rows());
    return cells;
  }

  private static void write(Table table, int c, List<String> levels, double[] cells, int from) {
    int[] places = table.levels(c).stream().mapToInt(levels::indexOf).toArray();
    int[] codes = table.codes(c);
    for (int row = 0; row < codes.length; row++) {
      cells[from + row] = codes[row] < 0 ? Double.NaN : places[codes[row]];
    }
  }

  /** The largest value of each bin, rising. */
  private static double[] cuts(double[] cells) {
    double[] sorted = Arrays.stream(cells).filter(v -> !Double.isNaN(v)).sorted().toArray();
    double[] distinct = Arrays.stream(sorted).distinct().toArray();
    int most = MOST_BINS - 1;
    if (distinct.length <= most) {
      return distinct;
    }
    double[] cuts = new double[most];
    for (int i = 1; i <= most; i++) {
      cuts[i - 1] = sorted[(int) ((long) i * sorted.length / most) - 1];
    }
    return Arrays.stream(cuts).distinct().toArray();
  }

  private static byte[] bins(double[] cells, double[] cuts) {
    byte[] bins = new byte[cells.length];
    for (int row = 0; row < cells.length; row++) {
      if (!Double.isNaN(cells[row])) {
        int found = Arrays.binarySearch(cuts, cells[row]);
        bins[row] = (byte) (1 + (found >= 0 ? found : -found - 1));
      }
    }
    return bins;
  }
}
